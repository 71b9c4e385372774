/**
 * What operators ask of records, as values: conditions in three-valued logic, evaluated here and nowhere else, so that
 * every store gives the same answer. Touches {@code application.paging} and the JDK.
 */
package io.fairlead.application.query;
