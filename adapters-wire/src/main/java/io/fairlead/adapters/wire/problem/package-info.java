/**
 * Refusals as clients read them: the numeric codes and the error body. Touches {@code application.problem} and the JSON
 * room.
 */
package io.fairlead.adapters.wire.problem;
