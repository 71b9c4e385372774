/**
 * The load program: how many registrations a second, beside floors that are measured in the same run on the same server
 * and the same PostgreSQL. May touch the wire, the database under the server, and the processor times of this machine.
 */
package io.fairlead.benchmarks.load;
