/**
 * How a device says over AMQP who it is: SASL's mechanisms, or nothing but its certificate. Touches the wire's proofs and
 * the frames.
 */
package io.fairlead.adapters.amqp.login;
