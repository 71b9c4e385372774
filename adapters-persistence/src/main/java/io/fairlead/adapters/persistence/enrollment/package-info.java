/** The tables of enrollment entries. Touches the domain, the statements of a unit of work, and stored documents. */
package io.fairlead.adapters.persistence.enrollment;
