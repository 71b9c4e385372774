/**
 * Which keys the secrets of this database are encrypted with, and how they come under a new one. Touches the statements of
 * this database and the sealing of texts; knows no record's meaning.
 */
package io.fairlead.adapters.persistence.sealing;
