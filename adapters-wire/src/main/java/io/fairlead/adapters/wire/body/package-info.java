/**
 * Request bodies and ids on their way in: how a malformed one becomes a refusal that names the field. Touches the JSON
 * room, domain ids, the preconditions of {@code application.administration} and {@code application.problem}.
 */
package io.fairlead.adapters.wire.body;
