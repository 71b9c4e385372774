package io.fairlead.application.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.fail;

import io.fairlead.application.fake.StoreFaults;
import io.fairlead.application.problem.Problem;
import io.fairlead.application.problem.ProvisioningException;
import io.fairlead.application.scene.Scene;
import io.fairlead.application.throttling.RecordRoom;
import io.fairlead.domain.allocation.AllocationPolicy;
import io.fairlead.domain.attestation.SymmetricKeys;
import io.fairlead.domain.device.TwinDocument;
import io.fairlead.domain.enrollment.IndividualEnrollment;
import io.fairlead.domain.fixture.SomeHubs;
import io.fairlead.domain.fixture.SomeKeys;
import io.fairlead.domain.fixture.SomeTwins;
import io.fairlead.domain.identity.DeviceId;
import io.fairlead.domain.identity.ETag;
import io.fairlead.domain.identity.HubName;
import io.fairlead.domain.identity.RegistrationId;
import io.fairlead.domain.reprovisioning.ReprovisionPolicy;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class IndividualEnrollmentServiceTest {
    private static final RegistrationId ID = new RegistrationId("some-device");
    private static final ReprovisionPolicy NEVER = new ReprovisionPolicy(false, false);

    private final Scene scene = new Scene();
    private final IndividualEnrollments entries =
            new IndividualEnrollmentService(scene.database(), scene::linkedHubs, scene.ids(), scene.clock());

    @Test
    void putShouldGenerateKeysWhenANewEntryHasNone() {
        IndividualEnrollment saved = put(SomeDrafts.aDraft());

        assertThat(keysOf(saved).primary()).isNotEqualTo(keysOf(saved).secondary());
        assertThat(entries.get(ID).enrollment()).isEqualTo(saved);
    }

    @Test
    void putShouldKeepTheStoredKeysWhenTheDraftHasNone() {
        put(SomeDrafts.aDraft().withKeys(SomeKeys.otherKeys()));

        assertThat(keysOf(put(SomeDrafts.aDraft()))).isEqualTo(SomeKeys.otherKeys());
    }

    @Test
    void putShouldReplaceEverythingElse() {
        put(SomeDrafts.aDraft().withDeviceId("pump-7").withHubs(SomeHubs.HUB_A).withPolicy(NEVER));

        IndividualEnrollment replaced = put(SomeDrafts.aDraft());

        assertThat(replaced.deviceId()).isEmpty();
        assertThat(replaced.terms().iotHubs()).isEmpty();
        assertThat(replaced.terms().reprovisionPolicy()).isEmpty();
    }

    @Test
    void refusalShouldBeShortHoweverMuchIsWrong() {
        Map<String, Object> tags = new LinkedHashMap<>();
        IntStream.range(0, 5000).forEach(i -> tags.put("bad.name" + i, Map.of("worse." + i, 1L)));
        assertThatExceptionOfType(ProvisioningException.class)
                .isThrownBy(() -> put(SomeDrafts.aDraft().withTags(new TwinDocument(tags))))
                .satisfies(refused -> assertThat(refused.problem().detail()).hasSizeLessThan(2000));
    }

    @Test
    void putShouldRefuseAWebhookThatMayNotBeAskedUnlessItIsThereAlready() {
        IndividualEnrollments strict = new IndividualEnrollmentService(
                scene.database(),
                scene::linkedHubs,
                webhook -> Optional.of("must begin with https:")
                        .filter(why -> webhook.masked().startsWith("http:")),
                scene.ids(),
                scene.clock(),
                RecordRoom.unlimited(scene.clock()));
        EnrollmentDraft plain =
                SomeDrafts.aDraft().withWebhook("http://allocate.example.com/").build();

        assertThatExceptionOfType(ProvisioningException.class)
                .isThrownBy(() -> strict.put(ID, plain, Precondition.NONE, SomeDrafts.ALICE))
                .satisfies(refused -> assertThat(refused.problem().facts())
                        .containsEntry("field", "customAllocationDefinition.webhookUrl"));

        // It was permitted once.
        entries.put(ID, plain, Precondition.NONE, SomeDrafts.ALICE);
        assertThat(strict.put(ID, plain, Precondition.NONE, SomeDrafts.ALICE)
                        .entry()
                        .terms()
                        .customAllocation())
                .isEqualTo(plain.customAllocation());
    }

    @Test
    void putShouldKeepWhatTheCallerHasNoWordsFor() {
        IndividualEnrollment full = put(SomeDrafts.aDraft()
                .withPolicy(NEVER)
                .withWebhook("https://allocate.example.com/?code=s3cret")
                .withHubs(SomeHubs.HUB_A, SomeHubs.HUB_B)
                .withEdge()
                .withInformation(SomeTwins.document("shelf", 7)));

        IndividualEnrollment updated =
                put(SomeDrafts.aDraft().withDeviceId("pump-7").withoutWordsFor(DraftField.values()));

        assertThat(updated.deviceId()).contains(new DeviceId("pump-7"));
        assertThat(updated.optionalDeviceInformation()).isEqualTo(full.optionalDeviceInformation());
        assertThat(updated.terms()).isEqualTo(full.terms());
    }

    @Test
    void putShouldLeaveAbsentWhatTheCallerHasNoWordsForWhenTheEntryIsNew() {
        IndividualEnrollment created = put(SomeDrafts.aDraft().withoutWordsFor(DraftField.values()));

        assertThat(created.terms().reprovisionPolicy()).isEmpty();
        assertThat(created.terms().allocationPolicy()).isEmpty();
        assertThat(created.optionalDeviceInformation()).isEmpty();
    }

    @Test
    void putShouldTakeTheOneHubAwayThatTheCallerCouldHaveNamed() {
        put(SomeDrafts.aDraft().withAllocation(AllocationPolicy.STATIC).withHubs(SomeHubs.HUB_A));

        IndividualEnrollment updated = put(SomeDrafts.aDraft().withoutWordsFor(DraftField.ALLOCATION));

        assertThat(updated.terms().allocationPolicy()).isEmpty();
        assertThat(updated.terms().iotHubs()).isEmpty();
    }

    @Test
    void putShouldStampEveryChangeAndKeepTheBeginning() {
        IndividualEnrollment first = put(SomeDrafts.aDraft());
        scene.clock().advance(Duration.ofMinutes(1));

        IndividualEnrollment second = put(SomeDrafts.aDraft());

        assertThat(second.stamp().etag()).isNotEqualTo(first.stamp().etag());
        assertThat(second.stamp().createdAt()).isEqualTo(first.stamp().createdAt());
        assertThat(second.stamp().lastUpdatedAt()).isEqualTo(scene.clock().instant());
    }

    @Test
    void putShouldKeepTheIdAsItWasWrittenFirst() {
        put(SomeDrafts.aDraft());

        IndividualEnrollment again = entries.put(
                        new RegistrationId("SOME-DEVICE"),
                        SomeDrafts.aDraft().build(),
                        Precondition.NONE,
                        SomeDrafts.ALICE)
                .entry();

        assertThat(again.registrationId().value()).isEqualTo("some-device");
    }

    @Test
    void putShouldBeRefusedWhenTheVersionIsAnother() {
        IndividualEnrollment saved = put(SomeDrafts.aDraft());
        Precondition stale = Precondition.version(new ETag("stale"));

        assertRefused(Problem.Kind.PRECONDITION_FAILED, () -> put(SomeDrafts.aDraft(), stale));
        assertThat(entries.get(ID).enrollment()).isEqualTo(saved);
    }

    @Test
    void putShouldBeDoneWhenTheVersionIsTheExpectedOne() {
        IndividualEnrollment saved = put(SomeDrafts.aDraft());

        IndividualEnrollment next = put(
                SomeDrafts.aDraft().withDeviceId("pump-7"),
                Precondition.version(saved.stamp().etag()));

        assertThat(next.deviceId()).contains(new DeviceId("pump-7"));
    }

    @Test
    void putShouldBeRefusedWhenItMustExistAndDoesNot() {
        assertRefused(Problem.Kind.PRECONDITION_FAILED, () -> put(SomeDrafts.aDraft(), Precondition.ANY_VERSION));
        assertRefused(Problem.Kind.NOT_FOUND, () -> entries.get(ID));
    }

    @Test
    void putShouldBeRefusedWhenAHubIsNotLinked() {
        assertBreaksRule("iotHubs", SomeDrafts.aDraft().withHubs(new HubName("gone.example.com")));
    }

    @Test
    void putShouldBeRefusedWhenStaticNamesNoHub() {
        assertBreaksRule("iotHubs", SomeDrafts.aDraft().withAllocation(AllocationPolicy.STATIC));
    }

    @Test
    void putShouldBeRefusedWhenCustomNamesNoWebhook() {
        assertBreaksRule("customAllocationDefinition", SomeDrafts.aDraft().withAllocation(AllocationPolicy.CUSTOM));
    }

    @Test
    void putShouldBeRefusedWhenTheInitialTwinBreaksTheRulesOfHubs() {
        assertBreaksRule("initialTwin", SomeDrafts.aDraft().withTags(SomeTwins.document("no.dots", 1)));
    }

    @Test
    void deleteShouldRemoveTheEntry() {
        put(SomeDrafts.aDraft());

        entries.delete(ID, Precondition.NONE, SomeDrafts.ALICE);

        assertRefused(Problem.Kind.NOT_FOUND, () -> entries.get(ID));
        assertRefused(Problem.Kind.NOT_FOUND, () -> entries.delete(ID, Precondition.NONE, SomeDrafts.ALICE));
    }

    @Test
    void deleteShouldBeRefusedWhenTheVersionIsAnother() {
        IndividualEnrollment saved = put(SomeDrafts.aDraft());

        assertRefused(
                Problem.Kind.PRECONDITION_FAILED,
                () -> entries.delete(ID, Precondition.version(new ETag("stale")), SomeDrafts.ALICE));
        assertThat(entries.get(ID).enrollment()).isEqualTo(saved);
    }

    @Test
    void putShouldHaveHappenedWhenOnlyTheAnswerOfTheDatabaseIsLost() {
        scene.count().fail(call -> call == StoreFaults.Call.AFTER_COMMIT);
        try {
            put(SomeDrafts.aDraft().withDeviceId("pump-7"));
        } catch (RuntimeException lost) {
            scene.count().fail(call -> false);
        }

        assertThat(put(SomeDrafts.aDraft().withDeviceId("pump-7")).deviceId()).contains(new DeviceId("pump-7"));
    }

    private void assertBreaksRule(String field, SomeDrafts.Builder draft) {
        assertThatExceptionOfType(ProvisioningException.class)
                .isThrownBy(() -> put(draft))
                .satisfies(refused -> {
                    assertThat(refused.problem().kind()).isEqualTo(Problem.Kind.INVALID);
                    assertThat(refused.problem().facts()).containsEntry("field", field);
                });
        assertRefused(Problem.Kind.NOT_FOUND, () -> entries.get(ID));
    }

    private IndividualEnrollment put(SomeDrafts.Builder draft) {
        return put(draft, Precondition.NONE);
    }

    private IndividualEnrollment put(SomeDrafts.Builder draft, Precondition precondition) {
        return entries.put(ID, draft.build(), precondition, SomeDrafts.ALICE).entry();
    }

    private static SymmetricKeys keysOf(IndividualEnrollment entry) {
        return entry.terms()
                .attestation()
                .match(x509 -> fail("no keys"), symmetric -> symmetric.keys(), tpm -> fail("no keys"));
    }

    private static void assertRefused(Problem.Kind kind, ThrowingCallable request) {
        assertThatExceptionOfType(ProvisioningException.class)
                .isThrownBy(request)
                .satisfies(refused -> assertThat(refused.problem().kind()).isEqualTo(kind));
    }
}
