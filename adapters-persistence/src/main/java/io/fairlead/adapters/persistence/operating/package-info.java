/** The table of what operators have said. Touches the domain, the statements of a unit of work, and stored documents. */
package io.fairlead.adapters.persistence.operating;
