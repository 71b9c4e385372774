/**
 * Bringing a database's schema up to date with the scripts in {@code db/migration}. Touches Flyway and the open
 * database.
 */
package io.fairlead.adapters.persistence.schema;
