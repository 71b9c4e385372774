/**
 * The rows of simulated hubs and the transactions that change them, apart from the service's own. Touches the values of
 * hubsim.device, adapters.json, JDBI and {@code java.sql}.
 */
package io.fairlead.adapters.hubsim.table;
