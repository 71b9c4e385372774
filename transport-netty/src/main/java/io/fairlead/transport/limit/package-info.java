/** Who may open one more connection: counts and rates per neighbour. Touches the JDK alone. */
package io.fairlead.transport.limit;
