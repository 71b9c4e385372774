/**
 * The device's door as every transport uses it: an address, a proof and a body in, a status, a JSON text and a time to
 * wait out; and the desk behind connections that no thread waits at. Touches the driving port of devices and the other
 * packages of the wire.
 */
package io.fairlead.adapters.wire.device;
