/** Operators' changes and questions: enrollment entries, registration records, and lists of both. Touches ports, paging, queries, domain and problems. */
package io.fairlead.application.administration;
