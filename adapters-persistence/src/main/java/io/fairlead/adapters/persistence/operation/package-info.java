/**
 * The tables of accepted requests, their journals and their snapshots. Touches the domain, the statements of a unit of
 * work, and stored documents.
 */
package io.fairlead.adapters.persistence.operation;
