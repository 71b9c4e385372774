package io.fairlead.application.administration;

/**
 * An entry as it was saved.
 *
 * @param showsKeys whether the caller may see its keys: those that it sent itself, and those that were made for it now. Keys
 *     that were there before are shown by the audited call alone
 */
public record SavedEntry<E>(E entry, boolean showsKeys) {}
