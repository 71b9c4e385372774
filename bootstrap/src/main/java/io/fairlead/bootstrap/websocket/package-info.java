/**
 * WebSockets on the HTTPS listener: the handshake, and the upgraded connection between the container and the protocols.
 * Touches the servlet API and the transport's tunnels; no protocol.
 */
package io.fairlead.bootstrap.websocket;
