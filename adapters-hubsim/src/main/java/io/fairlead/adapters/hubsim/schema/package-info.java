/** Makes the simulated hubs' schema in the database. Touches Flyway and nothing of Fairlead. */
package io.fairlead.adapters.hubsim.schema;
