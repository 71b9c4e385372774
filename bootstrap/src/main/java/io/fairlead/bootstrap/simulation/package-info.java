/**
 * The simulated hubs as their users meet them: devices, back ends, people at the hub's console. The WAR and the process around it live in one JVM but in two
 * class loaders, so the door between them is a management bean that speaks text; may touch adapters-hubsim and javax.management.
 */
package io.fairlead.bootstrap.simulation;
