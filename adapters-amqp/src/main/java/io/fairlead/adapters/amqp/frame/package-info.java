/**
 * AMQP's bytes before anybody believes them: protocol headers, frames, and the check that what they say of their sizes,
 * counts and depths is true and bounded. Touches Netty's buffers and nothing of the service.
 */
package io.fairlead.adapters.amqp.frame;
