/**
 * The door for operators of the service itself, {@code /operator/v1}: what Azure keeps in its management plane, and
 * Fairlead's own. Touches {@code application.operating}, wire and the tokens of this module.
 */
package io.fairlead.adapters.rest.operator;
