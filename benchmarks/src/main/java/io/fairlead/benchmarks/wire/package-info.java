/**
 * The wire as devices and operators speak it, with as little work on the client's side as can be: whoever measures a
 * server on the same machine pays for the client too. May touch sockets and the shared starter of servers.
 */
package io.fairlead.benchmarks.wire;
