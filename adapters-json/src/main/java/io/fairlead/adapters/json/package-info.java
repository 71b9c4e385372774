/**
 * Strict JSON text to and from trees of JDK types: maps in order, lists, strings, booleans, {@code Long}, {@code
 * BigDecimal} and null. Touches the streaming parser and nothing of Fairlead, so that every room may use it.
 */
package io.fairlead.adapters.json;
