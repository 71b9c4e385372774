/**
 * api-versions, and what they change: one class a quirk. Touches {@code application.problem} and the commands whose
 * values a version decides.
 */
package io.fairlead.adapters.wire.version;
