/** Operators' changes and questions: enrollment entries, and lists of records. Touches ports, paging, queries, domain and problems. */
package io.fairlead.application.administration;
