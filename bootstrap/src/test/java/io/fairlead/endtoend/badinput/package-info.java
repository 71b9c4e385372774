/**
 * The server as it is shipped, asked by clients that are broken, careless or hostile: bytes go over a TLS socket as they stand here. May touch the server's port
 * and its log.
 */
package io.fairlead.endtoend.badinput;
