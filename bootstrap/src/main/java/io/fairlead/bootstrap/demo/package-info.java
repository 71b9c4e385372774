/**
 * Four stories of devices that move, played against a running service with simulated devices that speak the real wire over HTTPS. Runs in the process around
 * the container; may touch the JDK, JSON-P, and {@code simulation} to see what the hubs hold.
 */
package io.fairlead.bootstrap.demo;
