/** What the TLS door shows and believes, seen from outside a server as shipped. */
package io.fairlead.endtoend.tls;
