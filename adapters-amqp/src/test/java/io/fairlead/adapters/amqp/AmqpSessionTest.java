package io.fairlead.adapters.amqp;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.adapters.wire.body.RequestBody;
import io.fairlead.application.problem.Problem;
import io.fairlead.domain.identity.OperationId;
import io.fairlead.domain.operation.OperationStatus;
import io.fairlead.transport.listener.Closing;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.qpid.proton.amqp.Binary;
import org.apache.qpid.proton.amqp.Symbol;
import org.apache.qpid.proton.amqp.UnsignedLong;
import org.apache.qpid.proton.amqp.messaging.Accepted;
import org.apache.qpid.proton.amqp.messaging.AmqpSequence;
import org.apache.qpid.proton.amqp.messaging.AmqpValue;
import org.apache.qpid.proton.amqp.messaging.Data;
import org.apache.qpid.proton.engine.Delivery;
import org.apache.qpid.proton.engine.EndpointState;
import org.apache.qpid.proton.message.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a device that has logged in asks and is told. */
class AmqpSessionTest {
    private static final Symbol RETRY = Symbol.valueOf("retry-after");
    private static final Symbol RETRY_OF_CSHARP = Symbol.valueOf("Retry-After");

    private final Talk talk = new Talk();

    @Test
    void registerShouldBeAcceptedAndAnsweredWithThePromise() {
        Device device = Device.ready(talk, "dev-1");

        Delivery delivery = device.register("{\"registrationId\":\"dev-1\"}");

        assertThat(delivery.getRemoteState()).isInstanceOf(Accepted.class);
        assertThat(delivery.remotelySettled()).isTrue();
        Message answer = device.answers.get(0);
        assertThat(Device.text(answer))
                .isEqualTo("{\"operationId\":\"%s\",\"status\":\"assigning\"}".formatted(ScriptedDevices.OPERATION));
        assertThat(answer.getApplicationProperties().getValue())
                .containsExactlyInAnyOrderEntriesOf(Map.of("retry-after", 3, "Retry-After", 3));
    }

    @Test
    void pollShouldTellHowItStands() {
        Device device = Device.ready(talk, "dev-1");
        talk.devices.status = OperationStatus.ASSIGNED;

        device.poll(ScriptedDevices.OPERATION);

        assertThat(Device.text(device.answers.get(0))).contains("\"status\":\"assigned\"", "\"assignedHub\"");
        assertThat(device.answers.get(0).getApplicationProperties()).isNull();
        assertThat(talk.devices.polled)
                .extracting(inquiry -> inquiry.operationId().value())
                .containsExactly(ScriptedDevices.OPERATION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0ne00FAIR01/registrations/dev-1",
                "/0ne00FAIR01/registrations/DEV-1",
                "amqps://localhost/0ne00FAIR01/registrations/dev-1",
                "AMQPS://localhost:5671/0ne00fair01/registrations/dev-1"
            })
    void linkShouldBeTakenByAllFormsOfItsAddress(String address) {
        Device device = Device.plain(talk, Device.address("dev-1"), Device.token("dev-1"))
                .open()
                .attach(address);
        device.register("");

        assertThat(talk.devices.registered).hasSize(1);
        assertThat(device.requests.getRemoteTarget().getAddress()).isEqualTo(address);
        assertThat(device.requests.getRemoteMaxMessageSize())
                .isEqualTo(UnsignedLong.valueOf(DeviceSession.LARGEST_MESSAGE));
        assertThat(device.requests.getCredit()).isEqualTo(DeviceSession.CREDIT);
    }

    @ParameterizedTest
    @CsvSource({
        "'', com.microsoft:argument-error",
        "devices/dev-1/messages/events, com.microsoft:argument-error",
        "0ne00FAIR01/registrations/dev-1/more, com.microsoft:argument-error",
        "0ne00FAIR01/registrations/dev-2, amqp:unauthorized-access",
        "0ne00OTHER1/registrations/dev-1, amqp:unauthorized-access"
    })
    void linkShouldBeRefusedWhenItsAddressIsNotItsOwn(String address, String condition) {
        Device device = Device.plain(talk, Device.address("dev-1"), Device.token("dev-1"))
                .open()
                .attach(address);

        assertThat(device.requests.getRemoteState()).isEqualTo(EndpointState.CLOSED);
        assertThat(device.requests.getRemoteCondition().getCondition().toString())
                .isEqualTo(condition);
        assertThat(device.replies.getRemoteCondition().getCondition().toString())
                .isEqualTo(condition);
        assertThat(talk.isOpen()).isTrue();
    }

    @Test
    void secondLinkShouldBeOfTheSameDeviceAlsoWithoutALogin() {
        Device device = Device.bare(talk).open();
        device.listen(Device.address("dev-1")).send(Device.address("dev-2"));

        assertThat(device.requests.getRemoteCondition().getCondition().toString())
                .isEqualTo("amqp:unauthorized-access");
    }

    @ParameterizedTest
    @EnumSource(Correlation.class)
    void correlationShouldBeEchoedInItsOwnType(Correlation correlation) {
        Device device = Device.ready(talk, "dev-1");

        device.ask(Map.of("iotdps-operation-type", Device.REGISTER), new AmqpValue(""), correlation.value);

        assertThat(device.answers.get(0).getCorrelationId()).isEqualTo(correlation.value);
    }

    enum Correlation {
        TEXT("3f2504e0-4f89-11d3-9a0c-0305e82c3301"),
        NUMBER(UnsignedLong.valueOf(7)),
        UUID(new java.util.UUID(1, 2)),
        BYTES(new Binary(new byte[] {1, 2}));

        private final Object value;

        Correlation(Object value) {
            this.value = value;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "INVALID, com.microsoft:argument-error, 400004",
        "UNAUTHENTICATED, amqp:unauthorized-access, 401002",
        "ENROLLMENT_DISABLED, amqp:unauthorized-access, 401005",
        "NOT_ENROLLED, amqp:not-found, 404201",
        "CONFLICT, com.microsoft:precondition-failed, 409001"
    })
    void refusalShouldBeAnOutcomeWithTheErrorBody(Problem.Kind kind, String condition, int code) {
        Device device = Device.ready(talk, "dev-1");
        talk.devices.failure = Optional.of(Problem.of(kind, "try differently").asException());

        Delivery delivery = device.register("{}");

        assertThat(Device.refusal(delivery).getCondition().toString()).isEqualTo(condition);
        assertThat(Device.refusal(delivery).getDescription())
                .contains("\"errorCode\":" + code, "\"trackingId\":\"some-guid\"", "try differently")
                .doesNotContain("operationId");
        assertThat((Object) Device.refusal(delivery).getInfo()).isNull();
        assertThat(device.answers).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "THROTTLED, com.microsoft:device-container-throttled",
        "UNAVAILABLE, amqp:internal-error",
        "INTERNAL, amqp:internal-error"
    })
    void refusalShouldSayWhenToComeBackByBothNames(Problem.Kind kind, String condition) {
        Device device = Device.ready(talk, "dev-1");
        talk.devices.failure = Optional.of(Problem.of(kind, "later").asException());

        Delivery delivery = device.register("{}");

        assertThat(Device.refusal(delivery).getCondition().toString()).isEqualTo(condition);
        assertThat((Object) Device.refusal(delivery).getInfo()).isEqualTo(Map.of(RETRY, 5, RETRY_OF_CSHARP, 5));
    }

    @Test
    void accidentShouldTellTheDeviceNothingButToComeBack() {
        Device device = Device.ready(talk, "dev-1");
        talk.devices.failure = Optional.of(new IllegalStateException("table x is gone"));

        assertThat(Device.refusal(device.register("")).getDescription())
                .contains("\"errorCode\":500001")
                .doesNotContain("table");
    }

    @Test
    void messageShouldBeRefusedWhenItAsksNothing() {
        Device device = Device.ready(talk, "dev-1");

        for (Map<String, Object> properties : List.<Map<String, Object>>of(
                Map.of(),
                Map.of("iotdps-operation-type", "iotdps-get-registration"),
                Map.of("iotdps-operation-type", 1))) {
            Delivery delivery = device.ask(properties, null, null);
            assertThat(Device.refusal(delivery).getCondition().toString()).isEqualTo("com.microsoft:argument-error");
            assertThat(Device.refusal(delivery).getDescription())
                    .contains("iotdps-operation-type", "\"errorCode\":400004");
        }
        assertThat(talk.isOpen()).isTrue();
    }

    @Test
    void pollShouldBeRefusedWhenItNamesNoOperation() {
        Device device = Device.ready(talk, "dev-1");

        Delivery delivery = device.ask(Map.of("iotdps-operation-type", Device.POLL), null, null);

        assertThat(Device.refusal(delivery).getDescription()).contains("iotdps-operation-id");
    }

    @Test
    void messageShouldBeRefusedWhenNoAnswerCanReachTheDevice() {
        Device device = Device.plain(talk, Device.address("dev-1"), Device.token("dev-1"))
                .open()
                .send(Device.address("dev-1"));

        assertThat(Device.refusal(device.register("")).getDescription()).contains("attach a link for the answers");
        assertThat(talk.devices.registered).isEmpty();
    }

    @Test
    void messageShouldBeRefusedWhenNoLinkSaysTheVersion() {
        Device device = Device.plain(talk, Device.address("dev-1"), Device.token("dev-1"))
                .open();
        device.properties.clear();
        device.attach(Device.address("dev-1"));

        assertThat(Device.refusal(device.register("")).getDescription()).contains("com.microsoft:api-version");
    }

    @Test
    void linkShouldBeRefusedWhenItsVersionIsNone() {
        Device device = Device.plain(talk, Device.address("dev-1"), Device.token("dev-1"))
                .open();
        device.properties.put(Symbol.valueOf(Device.API_VERSION), "yesterday");
        device.attach(Device.address("dev-1"));

        assertThat(device.requests.getRemoteCondition().getDescription()).contains("api-version");
    }

    @Test
    void bodyMayBeEmptyOrATextButNoSequence() {
        Device device = Device.ready(talk, "dev-1");
        Map<String, Object> register =
                Map.of("iotdps-operation-type", Device.REGISTER, "iotdps-forceRegistration", true);

        for (var body : Arrays.asList(
                null, new AmqpValue(null), new AmqpValue(""), new AmqpValue("{}"), new Data(new Binary(new byte[0])))) {
            assertThat(device.ask(register, body, null).getRemoteState()).isInstanceOf(Accepted.class);
        }
        Delivery sequence = device.ask(register, new AmqpSequence(List.of(1)), null);
        assertThat(Device.refusal(sequence).getCondition().toString()).isEqualTo("amqp:decode-error");
        assertThat(talk.isOpen()).isTrue();
    }

    @Test
    void largeBodyShouldComeInSeveralFramesAndOneThatIsTooLargeBeRefused() {
        Device device = Device.ready(talk, "dev-1");
        String fits = "{\"payload\":{\"text\":\"" + "x".repeat(RequestBody.MAX_BYTES - 100) + "\"}}";

        assertThat(device.register(fits).getRemoteState()).isInstanceOf(Accepted.class);
        Delivery tooLarge = device.register(" ".repeat(RequestBody.MAX_BYTES + 1));
        assertThat(Device.refusal(tooLarge).getDescription()).contains("\"errorCode\":413001");

        device.register(" ".repeat(DeviceSession.LARGEST_MESSAGE + 1));
        assertThat(device.requests.getRemoteCondition().getCondition().toString())
                .isEqualTo("amqp:link:message-size-exceeded");
    }

    @Test
    void messageShouldBeRefusedWhenItIsNone() {
        Device device = Device.ready(talk, "dev-1");

        Delivery delivery = device.transfer(new byte[] {1, 2, 3});

        assertThat(Device.refusal(delivery).getCondition().toString()).isEqualTo("amqp:decode-error");
        assertThat(device.register("").getRemoteState()).isInstanceOf(Accepted.class);
    }

    @Test
    void answerShouldBeHeldBackForTheClientThatWouldLoseIt() {
        Device device = Device.plain(talk, Device.address("dev-1"), Device.token("dev-1"))
                .open();
        device.properties.put(
                Symbol.valueOf(Device.CLIENT_VERSION), "com.microsoft.azure.sdk.iot.dps.dps-device-client/2.1.3 (17)");
        device.attach(Device.address("dev-1"));

        Delivery delivery = device.register("");
        assertThat(device.answers).isEmpty();
        assertThat(delivery.getRemoteState()).isNull();

        talk.pass(Talk.JAVA_DELAY);
        device.pump();
        assertThat(device.answers).hasSize(1);
        assertThat(delivery.getRemoteState()).isInstanceOf(Accepted.class);
    }

    @Test
    void requestsShouldBeWorkedOnOneByOneAndReadingWait() {
        Device device = Device.ready(talk.withSlowWorkers(), "dev-1");
        for (int i = 0; i < 3; i++) device.register("");

        assertThat(talk.work).hasSize(1);
        assertThat(talk.server.config().isAutoRead()).isFalse();
        for (int i = 0; i < 3; i++) talk.workOne();
        device.pump();
        assertThat(device.answers).hasSize(3);
        assertThat(talk.server.config().isAutoRead()).isTrue();
    }

    @Test
    void creditShouldBeGivenBackWithEachAnswer() {
        Device device = Device.ready(talk, "dev-1");

        for (int i = 0; i < 5 * DeviceSession.CREDIT; i++) {
            assertThat(device.register("").getRemoteState()).isInstanceOf(Accepted.class);
        }
        assertThat(device.requests.getCredit()).isEqualTo(DeviceSession.CREDIT);
    }

    @Test
    void connectionShouldBeClosedWhenItsAnswersAreNotTaken() {
        Device device = Device.plain(talk, Device.address("dev-1"), Device.token("dev-1"))
                .open();
        device.attach(Device.address("dev-1"));
        device.replies.drain(0);
        device.replies.setDrain(false);
        device.replies.flow(-10);
        device.pump();
        for (int i = 0; i <= DeviceSession.CREDIT + 1 && talk.isOpen(); i++) device.register("");

        assertThat(talk.isOpen()).isFalse();
        assertThat(device.connection.getRemoteCondition().getCondition().toString())
                .isEqualTo("amqp:resource-limit-exceeded");
    }

    @Test
    void clientShouldBeToldHalfOfTheSilenceItMayKeep() {
        Device device = Device.ready(talk, "dev-1");

        assertThat(device.transport.getRemoteIdleTimeout()).isEqualTo((int) Talk.IDLE_TIMEOUT.toMillis() / 2);
        talk.pass(Talk.IDLE_TIMEOUT.minusSeconds(1));
        assertThat(talk.isOpen()).isTrue();
        talk.send(new byte[] {0, 0, 0, 8, 2, 0, 0, 0});
        talk.pass(Talk.IDLE_TIMEOUT.minusSeconds(1));
        assertThat(talk.isOpen()).isTrue();
        talk.pass(Duration.ofSeconds(1));
        device.pump();
        assertThat(talk.isOpen()).isFalse();
        assertThat(device.connection.getRemoteCondition().getCondition().toString())
                .isEqualTo("amqp:resource-limit-exceeded");
    }

    @Test
    void clientShouldHearASignOfLifeAsOftenAsItWants() {
        Device device = Device.plain(talk, Device.address("dev-1"), Device.token("dev-1"));
        device.transport.setIdleTimeout(20_000);
        device.open().attach(Device.address("dev-1"));

        for (int i = 0; i < 3; i++) {
            talk.pass(Duration.ofSeconds(5));
            assertThat(talk.receive()).isEqualTo(new byte[] {0, 0, 0, 8, 2, 0, 0, 0});
        }
    }

    @Test
    void connectionShouldBeClosedWhenItWantsSignsOfLifeTooOften() {
        Device device = Device.plain(talk, Device.address("dev-1"), Device.token("dev-1"));
        device.transport.setIdleTimeout(1000);
        device.open();

        assertThat(talk.isOpen()).isFalse();
        assertThat(device.connection.getRemoteCondition().getCondition().toString())
                .isEqualTo("amqp:not-allowed");
    }

    @Test
    void pollShouldWaitForTheEndOfItsOperation() {
        Device device = Device.ready(talk, "dev-1");
        device.poll(ScriptedDevices.OPERATION);
        assertThat(device.answers).isEmpty();

        talk.devices.status = OperationStatus.ASSIGNED;
        talk.ends.ended(new OperationId(ScriptedDevices.OPERATION));
        talk.server.runPendingTasks();
        device.pump();

        assertThat(Device.text(device.answers.get(0))).contains("\"status\":\"assigned\"");
    }

    @Test
    void serviceThatStopsShouldAnswerFirst() {
        Device device = Device.ready(talk.withSlowWorkers(), "dev-1");
        device.register("");
        talk.server.pipeline().fireUserEventTriggered(Closing.NOW);
        assertThat(talk.isOpen()).isTrue();

        talk.workOne();
        device.pump();

        assertThat(device.answers).hasSize(1);
        assertThat(device.connection.getRemoteCondition().getCondition().toString())
                .isEqualTo("amqp:connection:forced");
        assertThat(talk.isOpen()).isFalse();
    }

    @Test
    void serviceThatStopsShouldCloseWhoAsksNothing() {
        Device device = Device.ready(talk, "dev-1");
        talk.server.pipeline().fireUserEventTriggered(Closing.NOW);
        device.pump();

        assertThat(device.connection.getRemoteState()).isEqualTo(EndpointState.CLOSED);
        assertThat(talk.isOpen()).isFalse();
    }

    @Test
    void linksMayComeAndGo() {
        Device device = Device.ready(talk, "dev-1");
        device.requests.close();
        device.replies.detach();
        device.pump();
        device.requests.free();
        device.replies.free();
        device.attach(Device.address("dev-1"));

        assertThat(device.register("").getRemoteState()).isInstanceOf(Accepted.class);
        assertThat(device.answers).hasSize(1);
    }

    @Test
    void connectionShouldBeClosedWhenLinksComeAndGoForEver() {
        Device device = Device.ready(talk, "dev-1");
        Map<String, Integer> rounds = new HashMap<>();
        while (talk.isOpen()) {
            device.requests.close();
            device.pump();
            device.requests.free();
            device.send(Device.address("dev-1"));
            rounds.merge("all", 1, Integer::sum);
        }

        assertThat(rounds.get("all")).isBetween(50, 70);
        assertThat(device.connection.getRemoteCondition().getCondition().toString())
                .isEqualTo("amqp:resource-limit-exceeded");
    }

    @Test
    void closeShouldBeAnswered() {
        Device device = Device.ready(talk, "dev-1");
        device.connection.close();
        device.pump();

        assertThat(device.connection.getRemoteState()).isEqualTo(EndpointState.CLOSED);
        assertThat(talk.isOpen()).isFalse();
    }

    @Test
    void deviceShouldBeCountedWhileItsConnectionIsOpen() {
        Device.ready(talk, "dev-1");
        assertThat(talk.counts.present).isEqualTo(1);

        talk.hangUp();
        assertThat(talk.counts.present).isZero();
    }

    @Test
    void sessionMayEndAndAnotherBegin() {
        Device device = Device.ready(talk, "dev-1");
        device.session.close();
        device.pump();
        device.session.free();
        device.session = device.connection.session();
        device.session.open();
        device.attach(Device.address("dev-1"));

        assertThat(device.register("").getRemoteState()).isInstanceOf(Accepted.class);
    }
}
