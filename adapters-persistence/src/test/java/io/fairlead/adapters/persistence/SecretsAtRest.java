package io.fairlead.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.adapters.persistence.sealing.SealedColumn;
import io.fairlead.adapters.persistence.testing.DatabaseExtension;
import io.fairlead.adapters.persistence.testing.SomeSealing;
import io.fairlead.adapters.sealing.KeyRing;
import io.fairlead.adapters.sealing.Sealing;
import io.fairlead.application.contract.SealedSecretsContract;
import io.fairlead.application.port.SealedSecrets;
import io.fairlead.application.port.StoreException;
import io.fairlead.application.port.Stores;
import io.fairlead.application.port.UnitOfWork;
import io.fairlead.domain.attestation.SymmetricKeys;
import io.fairlead.domain.attestation.TpmAttestation;
import io.fairlead.domain.device.InitialTwin;
import io.fairlead.domain.device.TwinDocument;
import io.fairlead.domain.enrollment.IndividualEnrollment;
import io.fairlead.domain.fixture.SomeDuties;
import io.fairlead.domain.fixture.SomeEnrollments;
import io.fairlead.domain.fixture.SomeGroups;
import io.fairlead.domain.fixture.SomeKeys;
import io.fairlead.domain.fixture.SomeOperations;
import io.fairlead.domain.fixture.SomeOperatorRecords;
import io.fairlead.domain.fixture.SomeTpms;
import io.fairlead.domain.fixture.SomeTwins;
import io.fairlead.domain.identity.RegistrationId;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What of a database can be read by somebody who has the database alone. */
abstract class SecretsAtRest implements SealedSecretsContract {
    private static final Sealing NEW = SomeSealing.of(2);
    private static final Sealing BOTH =
            new Sealing(KeyRing.parse(SomeSealing.base64(2) + "\n" + SomeSealing.base64(1)), new SecureRandom());

    private final DatabaseExtension database;

    SecretsAtRest(DatabaseExtension database) {
        this.database = database;
    }

    @Override
    public Place placeWith(int secrets) {
        database.work().write(stores -> {
            IntStream.range(0, secrets).forEach(number -> stores.enrollments().insert(enrollment(number)));
            return secrets;
        });
        SealedSecrets entries = places().get(0);
        return new Place(
                entries,
                () -> database.work(NEW)
                        .read(stores -> IntStream.range(0, secrets)
                                .allMatch(number -> stores.enrollments()
                                        .find(new RegistrationId("dev-" + number))
                                        .filter(enrollment(number)::equals)
                                        .isPresent())));
    }

    @Test
    void noSecretShouldStandInAnyTable() {
        fill(database.work());
        String everything = everything();
        assertThat(everything).contains("full-device:1").contains("sealed:");
        secrets().forEach(secret -> assertThat(everything).doesNotContain(secret));
    }

    @Test
    void everythingShouldBeReadableUnderTheNewKeyAloneAfterTheWalk() {
        fill(database.work());
        assertThatThrownBy(() -> readAll(database.work(NEW))).isInstanceOf(StoreException.class);
        places().forEach(place ->
                assertThat(place.renew(Optional.empty()).next()).isEmpty());
        assertThat(readAll(database.work(NEW))).isEqualTo(8);
        assertThatThrownBy(() -> readAll(database.work())).hasMessageContaining("does not have");
    }

    @Test
    void whatOnlyLooksLikeASealedTextShouldBeLeftAlone() {
        IndividualEnrollment tricky = SomeEnrollments.anEnrollment()
                .withInitialTwin(new InitialTwin(
                        SomeTwins.document("keys", "sealed:00000000:AAAA", "secret", "sealed:"), TwinDocument.EMPTY))
                .build();
        database.work().write(stores -> stores.enrollments().insert(tricky));
        assertThat(places().get(0).renew(Optional.empty()).renewed()).isEqualTo(1);
        Optional<IndividualEnrollment> read =
                database.work(NEW).read(stores -> stores.enrollments().find(tricky.registrationId()));
        assertThat(read).contains(tricky);
    }

    private List<SealedSecrets> places() {
        return SealedColumn.all(database.database(), BOTH);
    }

    private static IndividualEnrollment enrollment(int number) {
        return SomeEnrollments.someEnrollment("dev-" + number);
    }

    private static void fill(UnitOfWork work) {
        work.write(stores -> {
            stores.enrollments().insert(SomeEnrollments.fullEnrollment());
            stores.enrollments().insert(byTpm());
            stores.groups().insert(SomeGroups.fullGroup());
            stores.hubLinks().insert(SomeOperatorRecords.hub("hub-a.example.com", SomeOperatorRecords.stamp("1")));
            stores.accessPolicies().insert(SomeOperatorRecords.policy("reader", SomeOperatorRecords.stamp("1")));
            stores.seeds().insert(SomeOperatorRecords.seed("walk", SomeOperatorRecords.stamp("1")));
            stores.snapshots().keep(SomeOperations.fullSnapshot());
            stores.hubDuties().insert(SomeDuties.fullDuty(), Duration.ZERO);
            return stores;
        });
    }

    private static IndividualEnrollment byTpm() {
        return SomeEnrollments.anEnrollment()
                .withId("by-tpm")
                .withAttestation(
                        new TpmAttestation(SomeTpms.publishedEndorsementKey(), Optional.empty(), SomeKeys.key("tpm")))
                .build();
    }

    private static long readAll(UnitOfWork work) {
        return work.read(SecretsAtRest::all).count();
    }

    private static Stream<Object> all(Stores stores) {
        return Stream.of(
                stores.enrollments()
                        .find(SomeEnrollments.fullEnrollment().registrationId())
                        .orElseThrow(),
                stores.enrollments().find(byTpm().registrationId()).orElseThrow(),
                stores.groups().find(SomeGroups.fullGroup().groupId()).orElseThrow(),
                stores.hubLinks().all().get(0),
                stores.accessPolicies().all().get(0),
                stores.seeds().all().get(0),
                stores.snapshots()
                        .find(SomeOperations.fullSnapshot().operation())
                        .orElseThrow(),
                stores.hubDuties().find(SomeDuties.fullDuty().id()).orElseThrow());
    }

    private static List<String> secrets() {
        Stream<SymmetricKeys> keys = Stream.of(SomeKeys.someKeys(), SomeKeys.keys("group"), SomeKeys.keys("reader"));
        return Stream.concat(
                        keys.flatMap(pair -> Stream.of(
                                pair.primary().base64(), pair.secondary().base64())),
                        Stream.of(SomeKeys.key("tpm").base64(), "c2VjcmV0", "some-secret", "\"reported\""))
                .toList();
    }

    private String everything() {
        return database.jdbi()
                .withHandle(handle -> handle
                        .createQuery("select table_name from information_schema.tables where table_schema = 'fairlead'")
                        .mapTo(String.class)
                        .stream()
                        .flatMap(table ->
                                handle.createQuery("select * from fairlead.\"" + table + "\"").mapToMap().stream())
                        .map(Object::toString)
                        .reduce("", (all, row) -> all + row + "\n"));
    }
}
