package io.fairlead.adapters.wire.device;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.adapters.wire.body.RequestBody;
import io.fairlead.adapters.wire.version.ApiVersion;
import io.fairlead.application.fake.SettableClock;
import io.fairlead.application.problem.Problem;
import io.fairlead.application.provisioning.ChallengeRequest;
import io.fairlead.application.provisioning.DeviceProvisioning;
import io.fairlead.application.provisioning.OperationInquiry;
import io.fairlead.application.provisioning.OperationReport;
import io.fairlead.application.provisioning.RegistrationInquiry;
import io.fairlead.application.provisioning.RegistrationRequest;
import io.fairlead.domain.attestation.DeviceProof;
import io.fairlead.domain.fixture.SomeHubs;
import io.fairlead.domain.fixture.SomeMoments;
import io.fairlead.domain.fixture.SomeRegistrations;
import io.fairlead.domain.identity.OperationId;
import io.fairlead.domain.operation.OperationStatus;
import io.fairlead.domain.registration.DeviceRegistration;
import io.fairlead.domain.tpm.ActivationBlob;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Questions over connections that no thread waits at: each is answered once, a poll not before it must be. */
class DeviceDeskTest {
    private static final OperationId OPERATION = new OperationId("4.316aac5bdc130deb.guid");
    private static final DeviceQuestion POLL =
            new DeviceQuestion.Poll(Optional.of(OPERATION.value()), "name it in the topic");

    private final Door door = new Door();
    private final OperationEnds ends = new OperationEnds();
    private final List<DeviceAnswer> answers = new ArrayList<>();
    private final List<String> counted = new ArrayList<>();
    /** Nothing in it comes due while a test runs, unless a test says so. */
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1);

    @AfterEach
    void stopTimer() {
        timer.shutdownNow();
    }

    @Test
    void pollShouldBeAnsweredAtOnceWhenItsOperationHasEnded() {
        door.status = OperationStatus.ASSIGNED;

        ask(Runnable::run, POLL);

        assertThat(answers).extracting(DeviceAnswer::status).containsExactly(200);
        assertNothingWaits();
    }

    @Test
    void pollShouldBeAnsweredOnceWhenItsOperationEndsMeanwhile() {
        ask(Runnable::run, POLL);
        assertThat(answers).isEmpty();
        assertThat(ends.waiting()).isEqualTo(1);

        ends.ended(new OperationId("4.316aac5bdc130deb.other"));
        assertThat(answers).isEmpty();
        door.status = OperationStatus.ASSIGNED;
        ends.ended(OPERATION);
        ends.ended(OPERATION);

        assertThat(answers).extracting(DeviceAnswer::status).containsExactly(200);
        assertThat(counted).containsExactly("mqtt poll 200");
        assertNothingWaits();
    }

    @Test
    void pollShouldBeAnsweredWhenItsOperationEndsWhileItIsLookedAt() {
        door.meanwhile = () -> {
            door.meanwhile = () -> {};
            ends.ended(OPERATION);
        };
        ask(Runnable::run, POLL);

        assertThat(answers).hasSize(1);
        assertNothingWaits();
    }

    @Test
    void pollShouldBeAnsweredWithWhatIsKnownWhenItIsToHurry() {
        PendingAnswer pending = ask(Runnable::run, POLL);

        pending.hurry();
        pending.hurry();

        assertThat(answers).extracting(DeviceAnswer::status).containsExactly(202);
        assertThat(door.looks).isEqualTo(1);
        assertNothingWaits();
    }

    @Test
    void pollShouldNotBeHeldBackWhenItHurriedBeforeItWasLookedAt() {
        List<Runnable> work = new ArrayList<>();
        ask(work::add, POLL).hurry();
        work.get(0).run();

        assertThat(answers).extracting(DeviceAnswer::status).containsExactly(202);
        assertNothingWaits();
    }

    @Test
    void pollShouldBeAnsweredAtOnceWhenNoTimeIsKept() {
        timer.shutdownNow();

        ask(Runnable::run, POLL);

        assertThat(answers).extracting(DeviceAnswer::status).containsExactly(202);
    }

    @Test
    void pollShouldBeRefusedWithAHintWhenItNamesNoOperation() {
        ask(Runnable::run, new DeviceQuestion.Poll(Optional.empty(), "name it in the topic"));

        assertThat(answers).singleElement().satisfies(answer -> {
            assertThat(answer.status()).isEqualTo(400);
            assertThat(text(answer)).contains("name it in the topic");
        });
    }

    @Test
    void registerShouldTellTheDoorWhereItComesFrom() {
        ask(Runnable::run, new DeviceQuestion.Register(new byte[0]));

        assertThat(door.networks).containsExactly(Optional.of("192.0.2.7"));
        assertThat(answers).extracting(DeviceAnswer::status).containsExactly(202);
    }

    @Test
    void registerShouldBeRefusedWhenItsBodyIsTooLarge() {
        ask(Runnable::run, new DeviceQuestion.Register(new byte[RequestBody.MAX_BYTES + 1]));

        assertThat(answers).extracting(DeviceAnswer::status).containsExactly(413);
        assertThat(door.networks).isEmpty();
    }

    @Test
    void anyoneShouldBeTurnedAwayWhenTheWorkersHaveTooMuchToDo() {
        ask(
                work -> {
                    throw new RejectedExecutionException();
                },
                POLL);

        assertThat(answers).extracting(DeviceAnswer::status).containsExactly(429);
        assertThat(counted).containsExactly("mqtt poll 429");
    }

    private PendingAnswer ask(Executor workers, DeviceQuestion question) {
        DeviceDesk desk = new DeviceDesk(
                new DeviceDoor(door),
                workers,
                ends,
                () -> "some-guid",
                SettableClock.at(SomeMoments.NOW),
                new Counter());
        DeviceCaller caller = new DeviceCaller(
                "mqtt",
                DeviceAddress.parse("0ne00000000/registrations/dev-1"),
                new DeviceProof.None(),
                ApiVersion.parse("2019-03-31"),
                Optional.of("192.0.2.7"));
        return desk.work(caller, question, timer, answers::add);
    }

    private void assertNothingWaits() {
        timer.purge();
        assertThat(ends.waiting()).isZero();
        assertThat(timer.getQueue()).isEmpty();
    }

    private static String text(DeviceAnswer answer) {
        return new String(answer.json(), StandardCharsets.UTF_8);
    }

    private final class Counter implements DeskObserver {
        @Override
        public void arrived(String transport) {
            counted.add(transport + " arrived");
        }

        @Override
        public void left(String transport) {
            counted.add(transport + " left");
        }

        @Override
        public void answered(String transport, String question, int status) {
            counted.add(transport + " " + question + " " + status);
        }
    }

    /** A door behind which one operation stands as it is told to. */
    private static final class Door implements DeviceProvisioning {
        private final List<Optional<String>> networks = new ArrayList<>();
        private OperationStatus status = OperationStatus.RUNNING;
        private Runnable meanwhile = () -> {};
        private int looks;

        @Override
        public Optional<ActivationBlob> challenge(ChallengeRequest request) {
            throw new UnsupportedOperationException("no device here has a TPM");
        }

        @Override
        public OperationReport register(RegistrationRequest request) {
            networks.add(request.address());
            return report();
        }

        @Override
        public OperationReport operation(OperationInquiry inquiry) {
            looks++;
            OperationReport report = report();
            meanwhile.run();
            return report;
        }

        @Override
        public DeviceRegistration registration(RegistrationInquiry inquiry) {
            throw Problem.of(Problem.Kind.NOT_FOUND, "nobody asks").asException();
        }

        private OperationReport report() {
            return new OperationReport(
                    OPERATION,
                    status,
                    SomeRegistrations.assignedRegistration("dev-1", SomeHubs.HUB_A),
                    Optional.empty(),
                    Duration.ofSeconds(3));
        }
    }
}
