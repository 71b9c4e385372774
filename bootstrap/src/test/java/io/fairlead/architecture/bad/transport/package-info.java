/** Breaks the rules of the transport. */
package io.fairlead.architecture.bad.transport;
