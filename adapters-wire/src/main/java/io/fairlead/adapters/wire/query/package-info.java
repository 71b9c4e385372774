/**
 * The language that operators query in: its text, its fields, and the body it comes in. Touches {@code
 * application.query}, the domain's records and the bodies of this module.
 */
package io.fairlead.adapters.wire.query;
