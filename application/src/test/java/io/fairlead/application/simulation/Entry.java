package io.fairlead.application.simulation;

import io.fairlead.application.port.Stores;
import io.fairlead.domain.attestation.SymmetricKeyAttestation;
import io.fairlead.domain.attestation.SymmetricKeys;
import io.fairlead.domain.device.DeviceCapabilities;
import io.fairlead.domain.device.InitialTwin;
import io.fairlead.domain.enrollment.EnrollmentGroup;
import io.fairlead.domain.enrollment.EnrollmentTerms;
import io.fairlead.domain.enrollment.EntryStamp;
import io.fairlead.domain.enrollment.IndividualEnrollment;
import io.fairlead.domain.enrollment.ProvisioningStatus;
import io.fairlead.domain.fixture.SomeKeys;
import io.fairlead.domain.identity.DeviceId;
import io.fairlead.domain.identity.EnrollmentGroupId;
import io.fairlead.domain.identity.HubName;
import io.fairlead.domain.reprovisioning.ReprovisionPolicy;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** The entry that speaks for the device, as the operator last saved it: its own, or its group's. */
final class Entry {
    private static final EnrollmentGroupId GROUP = new EnrollmentGroupId("group");
    private static final List<SymmetricKeys> OWN =
            IntStream.range(0, 4).mapToObj(i -> SomeKeys.keys("own-" + i)).toList();
    private static final List<SymmetricKeys> OF_GROUP =
            IntStream.range(0, 4).mapToObj(i -> SomeKeys.keys("group-" + i)).toList();

    private final World world;
    private final boolean individual;
    private final Set<Integer> begun = new HashSet<>();
    private List<HubName> hubs = List.of();
    private Optional<ReprovisionPolicy> policy = Optional.empty();
    private Optional<String> deviceId = Optional.empty();
    private int keys;
    private boolean enabled = true;
    private boolean there = true;
    private int tags;
    private int desired;

    Entry(World world, boolean individual) {
        this.world = world;
        this.individual = individual;
        begin();
    }

    boolean isIndividual() {
        return individual;
    }

    /** The keys that the device has to hold now. */
    SymmetricKeys deviceKeys(String id) {
        return individual ? OWN.get(keys) : OF_GROUP.get(keys).derivedFor(id);
    }

    Optional<ReprovisionPolicy> policy() {
        return policy;
    }

    List<HubName> hubs() {
        return hubs;
    }

    /** The id that the device shall have on a hub. */
    DeviceId deviceId() {
        return new DeviceId(deviceId.orElse(world.device().id().value()));
    }

    int tags() {
        return tags;
    }

    int desired() {
        return desired;
    }

    /** Whether the operator ever wrote this into an initial twin. */
    boolean everBeganWith(int number) {
        return number == 0 || begun.contains(number);
    }

    void list(List<HubName> next) {
        hubs = next;
    }

    void policy(Optional<ReprovisionPolicy> next) {
        policy = next;
    }

    void deviceId(Optional<String> next) {
        deviceId = next;
    }

    void rollKeys() {
        keys = (keys + 1) % OWN.size();
    }

    void enable(boolean next) {
        enabled = next;
    }

    void remove(boolean gone) {
        there = !gone;
    }

    /** Another initial twin. */
    void begin() {
        tags = world.lineage().after(0);
        desired = world.lineage().after(0);
        begun.add(tags);
        begun.add(desired);
    }

    /** Saves what was said. */
    void save() {
        world.trace()
                .add(() -> "entry: " + hubs + " " + policy + " " + deviceId + " keys " + keys + " enabled " + enabled
                        + " there " + there + " tags " + tags + " desired " + desired);
        world.quietly(() -> world.database().write(individual ? this::saveOwn : this::saveGroup));
    }

    private boolean saveOwn(Stores stores) {
        Optional<IndividualEnrollment> old =
                stores.enrollments().find(world.device().id());
        old.ifPresent(entry -> stores.enrollments()
                .remove(entry.registrationId(), entry.stamp().etag()));
        return there
                && stores.enrollments()
                        .insert(new IndividualEnrollment(
                                world.device().id(),
                                deviceId.map(DeviceId::new),
                                Optional.empty(),
                                terms(OWN.get(keys)),
                                stamp()));
    }

    private boolean saveGroup(Stores stores) {
        Optional<EnrollmentGroup> old = stores.groups().find(GROUP);
        old.ifPresent(entry -> stores.groups().remove(GROUP, entry.stamp().etag()));
        return there && stores.groups().insert(new EnrollmentGroup(GROUP, terms(OF_GROUP.get(keys)), stamp()));
    }

    private EnrollmentTerms terms(SymmetricKeys entryKeys) {
        return new EnrollmentTerms(
                new SymmetricKeyAttestation(entryKeys),
                DeviceCapabilities.NONE,
                Optional.empty(),
                hubs,
                Optional.of(new InitialTwin(Lineage.document(tags), Lineage.document(desired))),
                policy,
                enabled ? ProvisioningStatus.ENABLED : ProvisioningStatus.DISABLED);
    }

    private EntryStamp stamp() {
        return EntryStamp.created(world.ids().newETag(), world.clock().instant());
    }
}
