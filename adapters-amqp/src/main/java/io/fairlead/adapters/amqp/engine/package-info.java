/**
 * AMQP 1.0 as the rest of this module sees it: what a client offers and asks, and what it is told. The only place that
 * touches the library which speaks the protocol.
 */
package io.fairlead.adapters.amqp.engine;
