/** The quotas of requests before the doors, asked before anything of a request is read. Touches {@code application.throttling}. */
package io.fairlead.adapters.rest.limit;
