/** The table of what is owed to hubs. Touches the domain, the statements of a unit of work, and stored documents. */
package io.fairlead.adapters.persistence.duty;
