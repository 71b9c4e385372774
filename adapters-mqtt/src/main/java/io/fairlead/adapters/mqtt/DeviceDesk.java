package io.fairlead.adapters.mqtt;

import io.fairlead.adapters.wire.body.RequestBody;
import io.fairlead.adapters.wire.device.DeviceAnswer;
import io.fairlead.adapters.wire.device.DeviceDoor;
import io.fairlead.adapters.wire.problem.ErrorCode;
import io.fairlead.adapters.wire.problem.RefusedRequest;
import io.fairlead.application.problem.Problem;
import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where requests are worked on: by workers, since the door asks the database, and never on the threads that connections
 * share. Every request gets an answer, whatever happens. Thread-safe.
 */
final class DeviceDesk {
    private static final Logger LOG = LoggerFactory.getLogger(DeviceDesk.class);

    private final DeviceDoor door;
    private final Executor workers;
    private final Supplier<String> trackingIds;
    private final Clock clock;
    private final MqttObserver observer;

    DeviceDesk(DeviceDoor door, Executor workers, Supplier<String> trackingIds, Clock clock, MqttObserver observer) {
        this.door = door;
        this.workers = workers;
        this.trackingIds = trackingIds;
        this.clock = clock;
        this.observer = observer;
    }

    /** Has a request worked on and hands the answer over, perhaps at once. */
    void work(DeviceLogin login, DeviceRequest request, Consumer<DeviceAnswer> answered) {
        if (request.body().length > RequestBody.MAX_BYTES) {
            answered.accept(refuse(login, request, tooLarge()));
            return;
        }
        try {
            workers.execute(() -> answered.accept(answer(login, request)));
        } catch (RejectedExecutionException e) {
            answered.accept(tooBusy(login, request));
        }
    }

    /** The answer to a request that nobody has time for. */
    DeviceAnswer tooBusy(DeviceLogin login, DeviceRequest request) {
        return refuse(
                login,
                request,
                new RefusedRequest(ErrorCode.THROTTLED, "there are too many requests: wait before the next one"));
    }

    private DeviceAnswer answer(DeviceLogin login, DeviceRequest request) {
        try {
            DeviceAnswer answer = ask(login, request);
            observer.answered(request.topic().question().word(), answer.status());
            return answer;
        } catch (RuntimeException | Error e) {
            return refuse(login, request, RefusedRequest.of(e));
        }
    }

    private DeviceAnswer ask(DeviceLogin login, DeviceRequest request) {
        return switch (request.topic().question()) {
            case REGISTER ->
                door.register(
                        login.name().address(), login.proof(), login.name().version(), request.body());
            case POLL ->
                door.operation(
                        login.name().address(),
                        login.proof(),
                        request.topic().operationId().orElseThrow(DeviceDesk::noOperation));
        };
    }

    private DeviceAnswer refuse(DeviceLogin login, DeviceRequest request, RefusedRequest refused) {
        String trackingId = trackingIds.get();
        String what = "MQTT " + request.topic().question().word() + " of "
                + login.name().address().id();
        log(refused, refused.logLine(what, trackingId));
        DeviceAnswer answer = DeviceAnswer.refusal(refused, trackingId, clock.instant());
        observer.answered(request.topic().question().word(), answer.status());
        return answer;
    }

    /** What is refused to spare the service must not fill its log. */
    private static void log(RefusedRequest refused, String line) {
        if (refused.code() == ErrorCode.THROTTLED) LOG.debug(line);
        else if (refused.isOurFault()) LOG.error(line, refused.cause().get());
        else LOG.info(line);
    }

    private static RefusedRequest tooLarge() {
        return new RefusedRequest(
                ErrorCode.TOO_LARGE, "the body is larger than " + RequestBody.MAX_BYTES + " bytes; send less");
    }

    private static RuntimeException noOperation() {
        return Problem.of(Problem.Kind.INVALID, "the topic names no operation: add &operationId={operationId}")
                .asException();
    }
}
