/**
 * What operators do to the service itself: linked hubs, access policies, instance settings, the audit log, duties and
 * losses; and the copy of their records that every request reads. Touches ports, paging, domain and problems.
 */
package io.fairlead.application.operating;
