package io.fairlead.adapters.wire.version;

import io.fairlead.application.administration.DraftField;
import java.util.EnumSet;
import java.util.Set;

/**
 * Which parts of an entry a version of the service API has words for. What it has not is neither shown to its clients nor
 * erased by them. One method per kind of entry, one line per step of the API:
 *
 * <ul>
 *   <li>up to 2018-04-01 there are no policies, no hub lists and no device information (seen from the C service client,
 *       which still speaks that version)
 *   <li>groups have capabilities since 2019-03-31 (why the Java service client went there)
 * </ul>
 */
public final class KnownFields {
    private KnownFields() {}

    /** What an individual enrollment of this version has not. */
    public static Set<DraftField> unknownOfIndividual(ApiVersion version) {
        return version.predatesReprovisioning()
                ? EnumSet.of(DraftField.REPROVISION_POLICY, DraftField.ALLOCATION, DraftField.DEVICE_INFORMATION)
                : EnumSet.noneOf(DraftField.class);
    }

    /** What an enrollment group of this version has not. */
    public static Set<DraftField> unknownOfGroup(ApiVersion version) {
        Set<DraftField> unknown = unknownOfIndividual(version);
        if (version.predatesGroupCapabilities()) unknown.add(DraftField.CAPABILITIES);
        return unknown;
    }
}
