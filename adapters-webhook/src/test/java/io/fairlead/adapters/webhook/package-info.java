/** Tests of the webhooks against programs of their own on the loopback. Touches the contract kit and the JDK's sockets. */
package io.fairlead.adapters.webhook;
