package io.fairlead.benchmarks.kill;

import io.fairlead.benchmarks.wire.Answer;
import io.fairlead.benchmarks.wire.Endpoint;
import io.fairlead.benchmarks.wire.HttpsConnection;
import io.fairlead.benchmarks.wire.OperatorCalls;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

/**
 * Makes devices move until it is told to halt: takes an entry, sends its devices elsewhere, registers them all, polls
 * until each has arrived. A server that does not answer any more ends the turn; what it had promised is not forgotten.
 */
final class Mover implements Runnable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int POLL_MILLIS = 50;

    private final List<Endpoint> endpoints;
    private final List<String> hubs;
    private final Queue<FleetEntry> entries;
    private final Optional<HubUsers> users;
    private final RandomGenerator random;
    private final BooleanSupplier halted;
    private final Runnable promised;
    private final Violations violations;

    Mover(
            List<Endpoint> endpoints,
            List<String> hubs,
            Queue<FleetEntry> entries,
            Optional<HubUsers> users,
            RandomGenerator random,
            BooleanSupplier halted,
            Runnable promised,
            Violations violations) {
        this.endpoints = endpoints;
        this.hubs = hubs;
        this.entries = entries;
        this.users = users;
        this.random = random;
        this.halted = halted;
        this.promised = promised;
        this.violations = violations;
    }

    @Override
    public void run() {
        Endpoint endpoint = endpoints.get(random.nextInt(endpoints.size()));
        try (HttpsConnection connection = new HttpsConnection(endpoint, PATIENCE)) {
            OperatorCalls operator = new OperatorCalls(endpoint);
            while (!halted.getAsBoolean()) {
                Optional<FleetEntry> entry = Optional.ofNullable(entries.poll());
                if (entry.isPresent()) {
                    takeTurn(connection, operator, entry.get());
                } else {
                    pause();
                }
            }
        } catch (IOException e) {
            violations.require(halted.getAsBoolean() || isBeingKilled(), "a server stopped answering: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            violations.add("a mover failed: " + e);
        }
    }

    /** The connection breaks a moment before the campaign says so. */
    private boolean isBeingKilled() {
        for (int look = 0; look < 100 && !halted.getAsBoolean(); look++) {
            try {
                pause();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return true;
            }
        }
        return halted.getAsBoolean();
    }

    private void takeTurn(HttpsConnection connection, OperatorCalls operator, FleetEntry entry)
            throws IOException, InterruptedException {
        try {
            entry.intend(hubs, random);
            Answer answer = entry.put(connection, operator);
            if (answer.isSuccess()) {
                register(connection, entry);
            } else {
                violations.add("entry " + entry.id() + " was refused: " + answer.text());
            }
        } finally {
            entries.add(entry);
        }
    }

    private void register(HttpsConnection connection, FleetEntry entry) throws IOException, InterruptedException {
        Map<FleetDevice, String> waiting = new HashMap<>();
        for (FleetDevice device : entry.devices()) {
            if (!device.isSettled()) {
                users.ifPresent(present -> present.maybeReport(device, random));
                begin(connection, device).ifPresent(operation -> waiting.put(device, operation));
            }
        }
        while (!waiting.isEmpty() && !halted.getAsBoolean()) {
            pause();
            for (FleetDevice device : new ArrayList<>(waiting.keySet())) {
                if (isOver(device, device.calls().poll(connection, waiting.get(device)))) {
                    waiting.remove(device);
                }
            }
        }
    }

    private Optional<String> begin(HttpsConnection connection, FleetDevice device) throws IOException {
        device.asks();
        Answer answer = device.calls().register(connection);
        if (answer.status() != 202) {
            violations.add("device " + device.id() + " may not register: " + answer.status() + " " + answer.text());
            return Optional.empty();
        }
        String operation = answer.member("operationId").orElseThrow();
        device.promised(operation);
        promised.run();
        return Optional.of(operation);
    }

    private boolean isOver(FleetDevice device, Answer answer) {
        if (answer.status() == 202) {
            return false;
        }
        String status = answer.member("status").orElse("none");
        if (status.equals("assigned")) {
            arrived(device, answer.member("assignedHub").orElse("none"));
        } else if (status.equals("failed")) {
            violations.remark(
                    "failed and asked again: " + answer.member("errorMessage").orElse(answer.text()));
        } else {
            violations.add("device " + device.id() + " polled " + answer.status() + " " + answer.text());
        }
        return true;
    }

    private void arrived(FleetDevice device, String hub) {
        String wanted = device.arriving().orElseThrow().hub();
        if (hub.equals(wanted)) {
            device.arrived();
        } else {
            violations.add("device " + device.id() + " was told " + hub + " but its entry says " + wanted);
        }
    }

    private static void pause() throws InterruptedException {
        Thread.sleep(POLL_MILLIS);
    }
}
