/** The body of a query. Touches the bodies of this module. */
package io.fairlead.adapters.wire.query;
