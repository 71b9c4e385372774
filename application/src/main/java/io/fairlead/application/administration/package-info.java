/** Operators' changes and questions: enrollment entries. Touches ports, paging, domain and problems. */
package io.fairlead.application.administration;
