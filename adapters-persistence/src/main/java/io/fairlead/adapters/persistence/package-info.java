/**
 * The unit of work and the stores in SQL, on H2 and PostgreSQL alike. Touches the application's ports and paging, the
 * domain, JDBI and the packages below this one.
 */
package io.fairlead.adapters.persistence;
