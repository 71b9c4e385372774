/** The quota of service operations before the doors for operators. Touches {@code application.throttling}. */
package io.fairlead.adapters.rest.limit;
