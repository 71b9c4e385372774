/** How single values are spelled on the wire: times, tags, percent-encoding. Touches the domain's ids alone. */
package io.fairlead.adapters.wire.text;
