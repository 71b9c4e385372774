/**
 * Hubs that are simulated in the configured database, so that several nodes see the same ones. Touches application.port,
 * application.paging, domain and the packages below; the database only through hubsim.table and hubsim.schema.
 */
package io.fairlead.adapters.hubsim;
