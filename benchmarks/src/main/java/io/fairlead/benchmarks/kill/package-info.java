/**
 * The kill campaign: devices move all the time, servers are killed at random moments, and the databases are asked what
 * became of every promise. May touch the wire, the persistence's and the simulated hubs' tables, and processes it started.
 */
package io.fairlead.benchmarks.kill;
