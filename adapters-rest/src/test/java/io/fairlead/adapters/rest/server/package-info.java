/** The module on a real socket, around doors that remember what they were asked; and a client that sends any bytes. */
package io.fairlead.adapters.rest.server;
