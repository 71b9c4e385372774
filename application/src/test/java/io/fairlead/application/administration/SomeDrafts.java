package io.fairlead.application.administration;

import io.fairlead.domain.allocation.AllocationPolicy;
import io.fairlead.domain.allocation.CustomAllocation;
import io.fairlead.domain.attestation.SymmetricKeys;
import io.fairlead.domain.device.DeviceCapabilities;
import io.fairlead.domain.device.InitialTwin;
import io.fairlead.domain.device.TwinDocument;
import io.fairlead.domain.enrollment.ProvisioningStatus;
import io.fairlead.domain.identity.DeviceId;
import io.fairlead.domain.identity.HubName;
import io.fairlead.domain.reprovisioning.ReprovisionPolicy;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Entries as operators write them. */
final class SomeDrafts {
    static final String ALICE = "alice";

    private SomeDrafts() {}

    static Builder aDraft() {
        return new Builder();
    }

    /** Begins as an enabled entry with nothing optional, by a client that knows every field. */
    static final class Builder {
        private Optional<CustomAllocation> webhook = Optional.empty();
        private Optional<DeviceId> deviceId = Optional.empty();
        private AttestationDraft attestation = new AttestationDraft.Keys(Optional.empty());
        private Optional<AllocationPolicy> allocation = Optional.empty();
        private List<HubName> hubs = List.of();
        private Optional<InitialTwin> twin = Optional.empty();
        private Optional<ReprovisionPolicy> policy = Optional.empty();
        private Set<DraftField> unsayable = Set.of();
        private Optional<TwinDocument> information = Optional.empty();
        private DeviceCapabilities capabilities = DeviceCapabilities.NONE;

        Builder withDeviceId(String next) {
            deviceId = Optional.of(new DeviceId(next));
            return this;
        }

        Builder withKeys(SymmetricKeys next) {
            return withAttestation(new AttestationDraft.Keys(Optional.of(next)));
        }

        Builder withAttestation(AttestationDraft next) {
            attestation = next;
            return this;
        }

        /** The policy custom, by this webhook. */
        Builder withWebhook(String url) {
            webhook = Optional.of(new CustomAllocation(CustomAllocation.address(url), "2021-10-01"));
            return withAllocation(AllocationPolicy.CUSTOM);
        }

        Builder withAllocation(AllocationPolicy next) {
            allocation = Optional.of(next);
            return this;
        }

        Builder withHubs(HubName... next) {
            hubs = List.of(next);
            return this;
        }

        Builder withTags(TwinDocument tags) {
            twin = Optional.of(new InitialTwin(tags, TwinDocument.EMPTY));
            return this;
        }

        Builder withPolicy(ReprovisionPolicy next) {
            policy = Optional.of(next);
            return this;
        }

        Builder withInformation(TwinDocument next) {
            information = Optional.of(next);
            return this;
        }

        Builder withEdge() {
            capabilities = new DeviceCapabilities(true);
            return this;
        }

        Builder withoutWordsFor(DraftField... fields) {
            unsayable = Set.of(fields);
            return this;
        }

        EnrollmentDraft build() {
            return new EnrollmentDraft(
                    deviceId,
                    information,
                    attestation,
                    capabilities,
                    allocation,
                    hubs,
                    twin,
                    policy,
                    unsayable,
                    ProvisioningStatus.ENABLED,
                    webhook);
        }
    }
}
