/**
 * Ids and tags as records, each validating its published grammar. Touches nothing but {@code java.lang} and {@code
 * java.util}.
 */
package io.fairlead.domain.identity;
