/**
 * AMQP 1.0 as devices of DPS speak it: who connects, which links they attach, what they ask, how they are answered.
 * Touches the frames, logins and engine below it, the wire and the transport; no rule about devices is here.
 */
package io.fairlead.adapters.amqp;
