package io.fairlead.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.application.port.HubException.Kind;
import io.fairlead.domain.device.DeviceState;
import io.fairlead.domain.device.DeviceTwin;
import io.fairlead.domain.device.HubDeviceKey;
import io.fairlead.domain.device.HubFeature;
import io.fairlead.domain.device.HubSnapshot;
import io.fairlead.domain.device.InitialConfiguration;
import io.fairlead.domain.device.InitialTwin;
import io.fairlead.domain.device.TwinDocument;
import io.fairlead.domain.device.TwinLimits;
import io.fairlead.domain.device.TwinSection;
import io.fairlead.domain.identity.HubName;
import java.util.EnumSet;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a hub does not take it refuses whole, and says beforehand what it can do. */
public interface HubLimitContract extends HubContract {

    @Test
    default void probeShouldTellWhatTheHubCanDo() {
        assertThat(hubs().probe(hub()).features()).isEqualTo(EnumSet.complementOf(lackingAsEnumSet()));
        assertThat(hubs().probe(hub()).limits()).isEqualTo(TwinLimits.IOT_HUB);
    }

    private EnumSet<HubFeature> lackingAsEnumSet() {
        EnumSet<HubFeature> set = EnumSet.noneOf(HubFeature.class);
        set.addAll(lacking());
        return set;
    }

    @Test
    default void hubThatIsNotThereShouldBeAPassingFailure() {
        HubName nowhere = new HubName("nowhere.invalid");
        assertRefused(Kind.TRANSIENT, () -> hubs().probe(nowhere));
        assertRefused(Kind.TRANSIENT, () -> hubs().read(HubSamples.key(nowhere)));
    }

    @Test
    default void fullSectionsShouldBeTaken() {
        HubDeviceKey key = someKey();
        TwinLimits limits = hubs().probe(hub()).limits();
        TwinDocument tags = HubDocuments.ofSize(limits.tagsBytes());
        TwinDocument desired = HubDocuments.ofSize(limits.desiredBytes());
        hubs().replaceTwin(key, tags, desired, created(key).versions());
        assertThat(read(key).state().twin().tags()).isEqualTo(tags);
        assertThat(read(key).state().twin().desired().content()).isEqualTo(desired);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("illegalDocuments")
    default void illegalTagsShouldBeRefusedAndChangeNothing(String what, TwinDocument illegal) {
        HubDeviceKey key = someKey();
        HubSnapshot there = created(key);
        TwinDocument desired = HubSamples.document("mode", "eco");
        assertRefusedUnchanged(Kind.INVALID, key, () -> hubs().replaceTwin(key, illegal, desired, there.versions()));
        assertNeverCreated(new DeviceTwin(illegal, TwinSection.EMPTY, TwinSection.EMPTY));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("illegalDocuments")
    default void illegalDesiredShouldBeRefusedAndChangeNothing(String what, TwinDocument illegal) {
        HubDeviceKey key = someKey();
        HubSnapshot there = created(key);
        TwinDocument document = what.startsWith("size") ? HubDocuments.ofSize(32 * 1024 + 1) : illegal;
        InitialConfiguration initial = new InitialConfiguration(
                new InitialTwin(TwinDocument.EMPTY, document), HubSamples.INITIAL.capabilities());
        assertRefusedUnchanged(
                Kind.INVALID, key, () -> hubs().replaceTwin(key, TwinDocument.EMPTY, document, there.versions()));
        assertRefusedUnchanged(
                Kind.INVALID, key, () -> hubs().resetTwin(key, initial, HubSamples.CREDENTIAL, there.versions()));
        assertNeverCreated(new DeviceTwin(TwinDocument.EMPTY, TwinSection.initial(document), TwinSection.EMPTY));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("illegalDocuments")
    default void illegalReportedShouldBeRefusedAndChangeNothing(String what, TwinDocument illegal) {
        if (!can(HubFeature.TWIN_REPORTED_WRITE)) {
            return;
        }
        HubDeviceKey key = someKey();
        HubSnapshot there = created(key);
        TwinDocument document = what.startsWith("size") ? HubDocuments.ofSize(32 * 1024 + 1) : illegal;
        assertRefusedUnchanged(Kind.INVALID, key, () -> hubs().restoreReported(key, document, there.versions()));
        assertNeverCreated(new DeviceTwin(TwinDocument.EMPTY, TwinSection.EMPTY, TwinSection.initial(document)));
    }

    private void assertNeverCreated(DeviceTwin twin) {
        HubDeviceKey key = someKey();
        DeviceState state = HubSamples.withTwin(someState(), twin);
        assertRefused(Kind.INVALID, () -> hubs().create(key, state, HubSamples.CREDENTIAL, HubSamples.MARK));
        assertThat(hubs().read(key)).isEmpty();
    }

    static Stream<Arguments> illegalDocuments() {
        return Stream.of(
                illegal("size one byte over", HubDocuments.ofSize(8 * 1024 + 1)),
                illegal("depth 11", new TwinDocument(HubDocuments.nesting(11))),
                illegal("key with dot", HubSamples.document("a.b", 1)),
                illegal("key with dollar", HubSamples.document("$version", 1)),
                illegal("key with space", new TwinDocument(Map.of("deep", Map.of("a b", 1)))),
                illegal("key with control", HubSamples.document("a\u0085b", 1)),
                illegal("key too long", HubSamples.document(HubSamples.text(1025), 1)),
                illegal("text too long", HubSamples.document("text", HubSamples.text(4097))),
                illegal("integer too large", HubSamples.document("number", 4503599627370496L)),
                illegal("integer too small", HubSamples.document("number", -4503599627370497L)));
    }

    private static Arguments illegal(String what, TwinDocument document) {
        return Arguments.of(what, document);
    }
}
