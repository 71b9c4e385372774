/**
 * MQTT 3.1.1 as devices of DPS speak it: who connects, what they ask by which topic, how they are answered. Touches
 * Netty's MQTT codec, the wire and the transport; no rule about devices is here.
 */
package io.fairlead.adapters.mqtt;
