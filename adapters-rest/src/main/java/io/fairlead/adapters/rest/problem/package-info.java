/**
 * Refusals over HTTP: every way a request can fail ends in one JSON body with a tracking id, and one line in the log.
 * Touches wire and {@code application.problem}.
 */
package io.fairlead.adapters.rest.problem;
