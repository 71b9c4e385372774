/**
 * Databases for tests: embedded H2, and a real PostgreSQL server that is started from the class path. Other modules reuse
 * it by the test-jar; touches no network.
 */
package io.fairlead.adapters.persistence.testing;
