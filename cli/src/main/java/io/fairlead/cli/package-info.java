/**
 * {@code fairlead plan} and {@code fairlead apply}: hubs, policies and enrollments declared in a file, compared with a
 * running service, and brought there over its own API. Stands outside the server; touches strict JSON, YAML and the JDK.
 */
package io.fairlead.cli;
