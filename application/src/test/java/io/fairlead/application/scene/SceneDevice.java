package io.fairlead.application.scene;

import io.fairlead.application.fake.InMemoryHubUsers;
import io.fairlead.application.paging.PageRequest;
import io.fairlead.application.port.Stores;
import io.fairlead.application.provisioning.ChallengeRequest;
import io.fairlead.application.provisioning.OperationInquiry;
import io.fairlead.application.provisioning.OperationReport;
import io.fairlead.application.provisioning.RegistrationInquiry;
import io.fairlead.application.provisioning.RegistrationRequest;
import io.fairlead.domain.allocation.RequestOrigin;
import io.fairlead.domain.attestation.CertificateCredential;
import io.fairlead.domain.attestation.CertificateProof;
import io.fairlead.domain.attestation.DeviceCredential;
import io.fairlead.domain.attestation.DeviceProof;
import io.fairlead.domain.attestation.KeyCredential;
import io.fairlead.domain.attestation.SymmetricKey;
import io.fairlead.domain.attestation.SymmetricKeys;
import io.fairlead.domain.certificate.Certificate;
import io.fairlead.domain.certificate.CertificateChain;
import io.fairlead.domain.device.HubDeviceKey;
import io.fairlead.domain.device.HubSnapshot;
import io.fairlead.domain.device.TwinDocument;
import io.fairlead.domain.enrollment.EnrollmentGroup;
import io.fairlead.domain.enrollment.IndividualEnrollment;
import io.fairlead.domain.fixture.Minted;
import io.fairlead.domain.fixture.SoftwareTpm;
import io.fairlead.domain.fixture.SomeHubs;
import io.fairlead.domain.fixture.SomeKeys;
import io.fairlead.domain.fixture.SomeProofs;
import io.fairlead.domain.fixture.SomeTpms;
import io.fairlead.domain.identity.HubName;
import io.fairlead.domain.identity.OperationId;
import io.fairlead.domain.identity.RegistrationId;
import io.fairlead.domain.operation.AuditEntry;
import io.fairlead.domain.operation.AuditSubject;
import io.fairlead.domain.operation.HubDuty;
import io.fairlead.domain.registration.DeviceRegistration;
import io.fairlead.domain.reprovisioning.ReprovisioningSupport;
import io.fairlead.domain.tpm.ActivationBlob;
import io.fairlead.domain.tpm.TpmKeys;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** One device of a scene, with the keys that it was built with; and all that is known of it anywhere. */
public final class SceneDevice {
    private static final int ALL = 1000;

    private final Scene scene;
    private final RegistrationId id;
    private SymmetricKeys keys;
    private List<Certificate> chain = List.of();
    private Optional<TwinDocument> payload = Optional.empty();
    private RequestOrigin said = RequestOrigin.UNKNOWN;
    private Optional<String> address = Optional.empty();
    private Optional<SoftwareTpm> tpm = Optional.empty();

    public SceneDevice(Scene scene) {
        this(scene, "some-device", SomeKeys.someKeys());
    }

    public SceneDevice(Scene scene, String id, SymmetricKeys keys) {
        this.scene = scene;
        this.id = new RegistrationId(id);
        this.keys = keys;
    }

    /** An individual entry is saved, or the saved one replaced. */
    public SceneDevice enroll(IndividualEnrollment entry) {
        write(stores -> stores.enrollments()
                .find(entry.registrationId())
                .map(old -> stores.enrollments().replace(entry, old.stamp().etag()))
                .orElseGet(() -> stores.enrollments().insert(entry)));
        return this;
    }

    /** A group entry is saved, or the saved one replaced. */
    public SceneDevice enroll(EnrollmentGroup entry) {
        write(stores -> stores.groups()
                .find(entry.groupId())
                .map(old -> stores.groups().replace(entry, old.stamp().etag()))
                .orElseGet(() -> stores.groups().insert(entry)));
        return this;
    }

    public SceneDevice disenroll() {
        write(stores -> stores.enrollments()
                .remove(id, stores.enrollments().find(id).orElseThrow().stamp().etag()));
        return this;
    }

    /** From now on the device signs with these. */
    public SceneDevice holding(SymmetricKeys next) {
        keys = next;
        return this;
    }

    /** From now on the device shows these, its own first, and signs nothing. */
    public SceneDevice showing(Minted... next) {
        chain = Stream.of(next).map(Minted::certificate).toList();
        return this;
    }

    /** From now on the device has this TPM, which opens a challenge before each request. */
    public SceneDevice withTpm(SoftwareTpm next) {
        tpm = Optional.of(next);
        return this;
    }

    /** From now on the device sends this for the webhook. */
    public SceneDevice sending(Map<String, Object> content) {
        payload = Optional.of(new TwinDocument(Map.of("payload", content)));
        return this;
    }

    /** From now on the device says this of where it is. */
    public SceneDevice saying(RequestOrigin next) {
        said = next;
        return this;
    }

    /** From now on the device comes from here. */
    public SceneDevice from(String next) {
        address = Optional.of(next);
        return this;
    }

    public OperationReport register() {
        return register(ReprovisioningSupport.NATIVE);
    }

    public OperationReport register(ReprovisioningSupport support) {
        return scene.door().register(request(support));
    }

    public RegistrationRequest request(ReprovisioningSupport support) {
        return new RegistrationRequest(SomeProofs.SCOPE.value(), id, proof(), payload, support, said, shown(), address);
    }

    /** A second later: registers, lets the workers work, and asks how it went. */
    public OperationReport provision() {
        scene.clock().advance(Duration.ofSeconds(1));
        OperationReport accepted = register();
        scene.work();
        return poll(accepted.operationId());
    }

    public OperationReport poll(OperationId operation) {
        return scene.door().operation(new OperationInquiry(SomeProofs.SCOPE.value(), id, proof(), operation));
    }

    public DeviceRegistration lookup() {
        return scene.door().registration(new RegistrationInquiry(SomeProofs.SCOPE.value(), id, proof()));
    }

    /** What the service wants the TPM to open. */
    public Optional<ActivationBlob> challenge() {
        return scene.door().challenge(new ChallengeRequest(SomeProofs.SCOPE.value(), id, shown().orElseThrow()));
    }

    private Optional<TpmKeys> shown() {
        return tpm.map(SomeTpms::keys);
    }

    private SymmetricKey signingKey() {
        return tpm.map(has -> {
                    challenge().ifPresent(blob -> has.activate(blob.bytes()));
                    return SymmetricKey.of(has.identityKey());
                })
                .orElse(keys.primary());
    }

    public DeviceProof proof() {
        return chain.isEmpty()
                ? SomeProofs.token(signingKey(), id, scene.clock().instant().plus(Duration.ofHours(1)))
                : new CertificateProof(new CertificateChain(chain));
    }

    public RegistrationId id() {
        return id;
    }

    public DeviceCredential credential() {
        return chain.isEmpty()
                ? new KeyCredential(keys)
                : new CertificateCredential(chain.get(0).thumbprint());
    }

    public HubDeviceKey at(HubName hub) {
        return SomeHubs.place(hub, id.value());
    }

    public Optional<HubSnapshot> on(HubName hub) {
        return scene.hubs().read(at(hub));
    }

    public boolean canConnectTo(HubName hub) {
        return users().canConnect(at(hub), credential());
    }

    public InMemoryHubUsers users() {
        return scene.hubs().users();
    }

    public DeviceRegistration record() {
        return read(stores -> stores.registrations().find(id)).orElseThrow();
    }

    public void removeRecord() {
        write(stores -> stores.registrations()
                .remove(id, stores.registrations().find(id).orElseThrow().etag()));
    }

    public List<HubDuty> duties() {
        return read(stores -> stores.hubDuties().of(id));
    }

    /** The decisions in the audit log, oldest first. */
    public List<String> audited() {
        return audit().stream().map(AuditEntry::decision).toList();
    }

    public List<AuditEntry> audit() {
        return read(stores -> stores.audit().of(AuditSubject.device(id), PageRequest.first(ALL)))
                .items();
    }

    private <T> T read(Function<Stores, T> question) {
        return scene.database().read(question);
    }

    private void write(Function<Stores, Boolean> change) {
        if (!scene.database().write(change)) {
            throw new IllegalStateException("the scene could not be set");
        }
    }
}
