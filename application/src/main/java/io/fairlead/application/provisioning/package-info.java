/** What devices ask, over any transport: accept and inquire. Touches ports, domain and problems. */
package io.fairlead.application.provisioning;
