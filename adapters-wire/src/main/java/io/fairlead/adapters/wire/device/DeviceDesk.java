package io.fairlead.adapters.wire.device;

import io.fairlead.adapters.wire.body.RequestBody;
import io.fairlead.adapters.wire.problem.ErrorCode;
import io.fairlead.adapters.wire.problem.RefusedRequest;
import io.fairlead.application.problem.Problem;
import io.fairlead.domain.tpm.ActivationBlob;
import io.fairlead.domain.tpm.TpmKeys;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the requests of devices are worked on that come over connections which no thread waits at: by workers, since the
 * door asks the database. Every request gets an answer, whatever happens. Thread-safe.
 *
 * <p>A poll of an operation that still runs is held back until it ends, so that the device need not ask again; at the
 * latest until the time is over after which it would have asked. No thread waits meanwhile.
 */
public final class DeviceDesk {
    private static final Logger LOG = LoggerFactory.getLogger(DeviceDesk.class);
    /** The Java client gives a poll up after 10 s. */
    private static final Duration LONGEST_HOLD = Duration.ofSeconds(5);

    private final DeviceDoor door;
    private final Executor workers;
    private final OperationEnds ends;
    private final Supplier<String> trackingIds;
    private final Clock clock;
    private final DeskObserver observer;

    /**
     * @param workers where the door is asked; may refuse when it has too much to do
     * @param trackingIds names for refusals, new each time
     */
    public DeviceDesk(
            DeviceDoor door,
            Executor workers,
            OperationEnds ends,
            Supplier<String> trackingIds,
            Clock clock,
            DeskObserver observer) {
        this.door = door;
        this.workers = workers;
        this.ends = ends;
        this.trackingIds = trackingIds;
        this.clock = clock;
        this.observer = observer;
    }

    /** A device has logged in and may ask; to be told once for each connection. */
    public void arrived(DeviceCaller caller) {
        observer.arrived(caller.transport());
    }

    /** The connection of one that had logged in is gone. */
    public void left(DeviceCaller caller) {
        observer.left(caller.transport());
    }

    /**
     * Has a question worked on and hands the answer over: once, on any thread, perhaps before this returns.
     *
     * @param timer tells when a poll has been held back for long enough
     */
    public PendingAnswer work(
            DeviceCaller caller,
            DeviceQuestion question,
            ScheduledExecutorService timer,
            Consumer<DeviceAnswer> answered) {
        PendingAnswer pending = new PendingAnswer();
        Consumer<DeviceAnswer> counted = answer -> give(caller, question, answer, answered);
        try {
            workers.execute(() -> look(caller, question, new Hold(pending, timer), counted));
        } catch (RejectedExecutionException e) {
            counted.accept(refuse(caller, question, overworked()));
        }
        return pending;
    }

    private void give(
            DeviceCaller caller, DeviceQuestion question, DeviceAnswer answer, Consumer<DeviceAnswer> answered) {
        observer.answered(caller.transport(), question.word(), answer.status());
        try {
            answered.accept(answer);
        } catch (RejectedExecutionException e) {
            LOG.debug(
                    "{} cannot be answered any more: the service stops",
                    caller.address().id());
        }
    }

    /** The answer to a question that nobody has time for. */
    public DeviceAnswer tooBusy(DeviceCaller caller, DeviceQuestion question) {
        DeviceAnswer answer = refuse(caller, question, overworked());
        observer.answered(caller.transport(), question.word(), answer.status());
        return answer;
    }

    /** What an answer that is held back needs. */
    private record Hold(PendingAnswer pending, ScheduledExecutorService timer) {}

    private void look(DeviceCaller caller, DeviceQuestion question, Hold hold, Consumer<DeviceAnswer> answered) {
        if (!(question instanceof DeviceQuestion.Poll poll) || poll.operation().isEmpty()) {
            answered.accept(answer(caller, question));
            return;
        }
        // Listened for before looking, so that an end in between is not missed.
        String operation = poll.operation().get();
        CompletableFuture<Boolean> end = ends.of(operation);
        DeviceAnswer known = answer(caller, question);
        if (known.isFinal() || !begin(hold, end, known)) {
            ends.forget(operation, end);
            answered.accept(known);
            return;
        }
        end.thenAccept(ended -> {
            ends.forget(operation, end);
            if (ended) lookAgain(caller, question, known, answered);
            else answered.accept(known);
        });
    }

    private static boolean begin(Hold hold, CompletableFuture<Boolean> end, DeviceAnswer known) {
        long millis = Math.min(LONGEST_HOLD.toMillis(), known.retryAfter().orElse(0) * 1000);
        try {
            Future<?> late = hold.timer().schedule(() -> end.complete(false), millis, TimeUnit.MILLISECONDS);
            end.thenRun(() -> late.cancel(false));
        } catch (RejectedExecutionException e) {
            return false;
        }
        hold.pending().hold(end);
        return true;
    }

    private void lookAgain(
            DeviceCaller caller, DeviceQuestion question, DeviceAnswer known, Consumer<DeviceAnswer> answered) {
        try {
            workers.execute(() -> answered.accept(answer(caller, question)));
        } catch (RejectedExecutionException e) {
            answered.accept(known);
        }
    }

    private DeviceAnswer answer(DeviceCaller caller, DeviceQuestion question) {
        try {
            return ask(caller, question);
        } catch (RuntimeException | Error e) {
            return refuse(caller, question, RefusedRequest.of(e));
        }
    }

    private DeviceAnswer ask(DeviceCaller caller, DeviceQuestion question) {
        if (question instanceof DeviceQuestion.Poll poll) {
            String operation = poll.operation().orElseThrow(() -> noOperation(poll.hint()));
            return door.operation(caller.address(), caller.proof(), operation);
        }
        byte[] body = ((DeviceQuestion.Register) question).body();
        if (body.length > RequestBody.MAX_BYTES) return refuse(caller, question, tooLarge());
        return caller.tpm()
                .map(tpm ->
                        door.register(caller.address(), caller.proof(), caller.version(), body, tpm, caller.network()))
                .orElseGet(() ->
                        door.register(caller.address(), caller.proof(), caller.version(), body, caller.network()));
    }

    /**
     * Has a TPM challenged, for a transport that asks for its keys before the token. Either is called once, on any thread,
     * perhaps before this returns.
     *
     * @param shown what the TPM has shown of itself
     * @param transport as {@link DeviceCaller} names it
     */
    public void challenge(
            String transport,
            DeviceAddress address,
            TpmKeys shown,
            Consumer<ActivationBlob> challenged,
            Consumer<RefusedRequest> refused) {
        try {
            workers.execute(
                    () -> challenge(transport, address, () -> door.challenge(address, shown), challenged, refused));
        } catch (RejectedExecutionException e) {
            refused.accept(overworked());
        }
    }

    private void challenge(
            String transport,
            DeviceAddress address,
            Supplier<ActivationBlob> asked,
            Consumer<ActivationBlob> challenged,
            Consumer<RefusedRequest> refused) {
        ActivationBlob blob;
        try {
            blob = asked.get();
        } catch (RuntimeException | Error e) {
            RefusedRequest refusal = RefusedRequest.of(e);
            log(refusal, refusal.logLine(transport + " challenge of " + address.id(), trackingIds.get()));
            refused.accept(refusal);
            return;
        }
        challenged.accept(blob);
    }

    private DeviceAnswer refuse(DeviceCaller caller, DeviceQuestion question, RefusedRequest refused) {
        String trackingId = trackingIds.get();
        String what = caller.transport() + " " + question.word() + " of "
                + caller.address().id();
        log(refused, refused.logLine(what, trackingId));
        return DeviceAnswer.refusal(refused, trackingId, clock.instant());
    }

    /** What is refused to spare the service must not fill its log. */
    private static void log(RefusedRequest refused, String line) {
        if (refused.code() == ErrorCode.THROTTLED) LOG.debug(line);
        else if (refused.isOurFault()) LOG.error(line, refused.cause().get());
        else LOG.info(line);
    }

    private static RefusedRequest overworked() {
        return new RefusedRequest(ErrorCode.THROTTLED, "there are too many requests: wait before the next one");
    }

    private static RefusedRequest tooLarge() {
        return new RefusedRequest(
                ErrorCode.TOO_LARGE, "the body is larger than " + RequestBody.MAX_BYTES + " bytes; send less");
    }

    private static RuntimeException noOperation(String hint) {
        return Problem.of(Problem.Kind.INVALID, "the request names no operation: " + hint)
                .asException();
    }
}
