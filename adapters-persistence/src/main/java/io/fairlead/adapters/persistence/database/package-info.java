/**
 * Opening the configured database: its connection pool, its version, and what is said when it cannot be used. Touches
 * the drivers, HikariCP and the file system for H2.
 */
package io.fairlead.adapters.persistence.database;
