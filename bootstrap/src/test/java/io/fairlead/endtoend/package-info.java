/**
 * The server as it is shipped, started as a process of its own and asked from outside.
 * Nothing here may reach into the server but through its ports, its files and its signals.
 */
package io.fairlead.endtoend;
