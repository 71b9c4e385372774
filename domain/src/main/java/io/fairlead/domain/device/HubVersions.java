package io.fairlead.domain.device;

/**
 * What a hub says about the age of what it holds. All texts are opaque; a conditional write carries the ones it read.
 *
 * @param incarnation new at every creation of the device, so that one created anew is not mistaken for the old one (IoT
 *     Hub {@code generationId})
 * @param identityTag new at every change of identity, status or credential; says nothing of the twin
 * @param twinTag new at every change of the twin; says nothing of the identity
 */
public record HubVersions(String incarnation, String identityTag, String twinTag) {}
