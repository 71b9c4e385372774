/** Tests of the keys that a database is encrypted with. */
package io.fairlead.adapters.persistence.sealing;
