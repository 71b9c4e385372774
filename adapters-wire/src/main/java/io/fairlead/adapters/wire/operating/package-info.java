/**
 * The JSON of the operator API, which is this service's own: what Azure keeps in its management plane. Touches the domain,
 * the commands of application.operating, and the JSON room.
 */
package io.fairlead.adapters.wire.operating;
