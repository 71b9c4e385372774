/**
 * What the stores share: the statements of one unit of work, claims, and values as columns hold them. Touches JDBI and
 * nothing of the domain.
 */
package io.fairlead.adapters.persistence.sql;
