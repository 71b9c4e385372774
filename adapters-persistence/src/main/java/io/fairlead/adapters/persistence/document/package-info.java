/**
 * Domain values as the JSON texts that are only carried, never queried. Touches the domain and the JSON room.
 */
package io.fairlead.adapters.persistence.document;
