package io.fairlead.benchmarks.load;

import io.fairlead.benchmarks.wire.Answer;
import io.fairlead.benchmarks.wire.DeviceLine;
import io.fairlead.benchmarks.wire.Transport;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Devices that register and poll until they are assigned, each over its own connection. Where the service answers a poll
 * when the operation ends, they poll at once; elsewhere they wait as {@link AssignmentWait} says.
 */
final class LineRegistrations implements Work {
    private static final int ACCEPTED = 202;
    private static final int OK = 200;

    private final Transport transport;
    private final Supplier<Optional<DeviceLine>> lines;
    private final AssignmentWait wait = new AssignmentWait();

    LineRegistrations(Transport transport, Supplier<Optional<DeviceLine>> lines) {
        this.transport = transport;
        this.lines = lines;
    }

    @Override
    public boolean once() throws IOException, InterruptedException {
        Optional<DeviceLine> line = lines.get();
        if (line.isPresent()) {
            register(line.get());
        }
        return line.isPresent();
    }

    private void register(DeviceLine line) throws IOException, InterruptedException {
        String operation =
                expect(ACCEPTED, line.register()).member("operationId").orElseThrow();
        if (!transport.holdsPolls()) wait.beforeFirstPoll();
        Answer answer = line.poll(operation);
        while (answer.status() == ACCEPTED) {
            if (!transport.holdsPolls()) wait.beforeNextPoll();
            answer = line.poll(operation);
        }
        if (!transport.holdsPolls()) wait.assigned();
        String status = expect(OK, answer).member("status").orElse("none");
        if (!status.equals("assigned")) {
            throw new IllegalStateException("a device was not assigned: " + answer.text());
        }
    }

    private static Answer expect(int status, Answer answer) {
        if (answer.status() != status) {
            throw new IllegalStateException("%d instead of %d: %s".formatted(answer.status(), status, answer.text()));
        }
        return answer;
    }
}
