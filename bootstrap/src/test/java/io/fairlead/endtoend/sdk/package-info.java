/**
 * The server as it is shipped, used through the client libraries that Microsoft publishes for Java, unmodified. What they cannot say is said over plain HTTPS;
 * may touch the server's ports, and its management beans to look into simulated hubs.
 */
package io.fairlead.endtoend.sdk;
