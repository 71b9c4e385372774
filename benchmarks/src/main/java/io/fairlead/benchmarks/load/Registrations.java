package io.fairlead.benchmarks.load;

import io.fairlead.benchmarks.wire.Answer;
import io.fairlead.benchmarks.wire.DeviceCalls;
import io.fairlead.benchmarks.wire.Endpoint;
import io.fairlead.benchmarks.wire.HttpsConnection;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/** Devices that register and poll until they are assigned, one after the other over one connection. */
final class Registrations implements Work {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpsConnection connection;
    private final Supplier<Optional<DeviceCalls>> devices;
    private final LongAdder polls;
    private final AssignmentWait wait = new AssignmentWait();

    /** @param devices the next one to register; empty when there is none left */
    Registrations(Endpoint endpoint, Supplier<Optional<DeviceCalls>> devices, LongAdder polls) {
        this.connection = new HttpsConnection(endpoint, PATIENCE);
        this.devices = devices;
        this.polls = polls;
    }

    @Override
    public boolean once() throws IOException, InterruptedException {
        Optional<DeviceCalls> device = devices.get();
        if (device.isPresent()) {
            register(device.get());
        }
        return device.isPresent();
    }

    private void register(DeviceCalls device) throws IOException, InterruptedException {
        String operation =
                expect(202, device.register(connection)).member("operationId").orElseThrow();
        wait.beforeFirstPoll();
        Answer answer = poll(device, operation);
        while (answer.status() == 202) {
            wait.beforeNextPoll();
            answer = poll(device, operation);
        }
        wait.assigned();
        String status = expect(200, answer).member("status").orElse("none");
        if (!status.equals("assigned")) {
            throw new IllegalStateException("a device was not assigned: " + answer.text());
        }
    }

    private Answer poll(DeviceCalls device, String operation) throws IOException {
        polls.increment();
        return device.poll(connection, operation);
    }

    private static Answer expect(int status, Answer answer) {
        if (answer.status() != status) {
            throw new IllegalStateException("%d instead of %d: %s".formatted(answer.status(), status, answer.text()));
        }
        return answer;
    }

    @Override
    public void close() {
        connection.close();
    }
}
