/** The operator API over HTTPS, on a server as shipped. Touches the server's tools and the JDK. */
package io.fairlead.endtoend.operator;
