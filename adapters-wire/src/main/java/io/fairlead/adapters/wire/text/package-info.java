/**
 * How single values are spelled on the wire: times, tags, percent-encoding, certificates, keys of TPMs. Touches the domain's
 * values alone.
 */
package io.fairlead.adapters.wire.text;
