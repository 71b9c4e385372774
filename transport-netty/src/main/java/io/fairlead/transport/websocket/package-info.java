/**
 * Protocols inside WebSocket frames, for connections that another server has accepted and handed over. Touches Netty's
 * WebSocket codec and the listeners' protocols.
 */
package io.fairlead.transport.websocket;
