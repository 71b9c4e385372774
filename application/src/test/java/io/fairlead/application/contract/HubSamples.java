package io.fairlead.application.contract;

import io.fairlead.domain.attestation.CertificateCredential;
import io.fairlead.domain.attestation.DeviceCredential;
import io.fairlead.domain.attestation.KeyCredential;
import io.fairlead.domain.attestation.SymmetricKey;
import io.fairlead.domain.attestation.SymmetricKeys;
import io.fairlead.domain.device.DeviceCapabilities;
import io.fairlead.domain.device.DeviceState;
import io.fairlead.domain.device.DeviceTwin;
import io.fairlead.domain.device.HubDeviceKey;
import io.fairlead.domain.device.HubDeviceStatus;
import io.fairlead.domain.device.HubFeature;
import io.fairlead.domain.device.InitialConfiguration;
import io.fairlead.domain.device.InitialTwin;
import io.fairlead.domain.device.ModuleState;
import io.fairlead.domain.device.OwnershipMark;
import io.fairlead.domain.device.TwinDocument;
import io.fairlead.domain.device.TwinSection;
import io.fairlead.domain.fixture.SomeCertificates;
import io.fairlead.domain.identity.DeviceId;
import io.fairlead.domain.identity.HubName;
import io.fairlead.domain.identity.IdScope;
import io.fairlead.domain.identity.OperationId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** Values for hub tests. Keys are new each time, so that tests may share one hub. */
public final class HubSamples {
    public static final DeviceCredential CREDENTIAL = credential(1);
    public static final DeviceCredential OTHER_CREDENTIAL = credential(2);
    public static final DeviceCredential CERTIFICATE =
            new CertificateCredential(SomeCertificates.SOME_DEVICE.thumbprint());
    public static final DeviceCredential OTHER_CERTIFICATE =
            new CertificateCredential(SomeCertificates.OTHER_DEVICE.thumbprint());
    public static final OwnershipMark MARK = mark("4.1f00000000000001.operation-1");
    public static final OwnershipMark OTHER_MARK = mark("4.1f00000000000002.operation-2");
    /** An initial configuration that differs from {@link #state} in every part. */
    public static final InitialConfiguration INITIAL = new InitialConfiguration(
            new InitialTwin(document("site", "factory"), document("interval", 60)), DeviceCapabilities.NONE);

    private static final AtomicLong KEYS = new AtomicLong();

    private HubSamples() {}

    public static HubDeviceKey key(HubName hub) {
        return new HubDeviceKey(hub, new DeviceId("device-" + KEYS.incrementAndGet()));
    }

    public static OwnershipMark mark(String operation) {
        return new OwnershipMark(new IdScope("0ne00000001"), new OperationId(operation));
    }

    public static DeviceCredential credential(int seed) {
        byte[] primary = new byte[32];
        byte[] secondary = new byte[64];
        Arrays.fill(primary, (byte) seed);
        Arrays.fill(secondary, (byte) -seed);
        return new KeyCredential(new SymmetricKeys(SymmetricKey.of(primary), SymmetricKey.of(secondary)));
    }

    public static TwinDocument document(String name, Object value) {
        return new TwinDocument(Map.of(name, value));
    }

    /** An enabled device with something in every part that a hub lacking these features can hold. */
    public static DeviceState state(Set<HubFeature> lacking) {
        boolean reported = !lacking.contains(HubFeature.TWIN_REPORTED_WRITE);
        boolean edge = !lacking.contains(HubFeature.EDGE);
        TwinSection desired = TwinSection.initial(document("interval", 5));
        DeviceTwin twin = new DeviceTwin(
                document("site", "Łódź"),
                desired,
                reported ? TwinSection.initial(document("firmware", "1.50")) : TwinSection.EMPTY);
        List<ModuleState> modules = lacking.contains(HubFeature.MODULES)
                ? List.of()
                : List.of(new ModuleState("camera", new DeviceTwin(TwinDocument.EMPTY, desired, TwinSection.EMPTY)));
        return new DeviceState(HubDeviceStatus.ENABLED, new DeviceCapabilities(edge), twin, modules);
    }

    public static DeviceState withTwin(DeviceState state, DeviceTwin twin) {
        return new DeviceState(state.status(), state.capabilities(), twin, state.modules());
    }

    /** A text of so many bytes in UTF-8. */
    public static String text(int bytes) {
        return "x".repeat(bytes);
    }
}
