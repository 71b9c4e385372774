package io.fairlead.bootstrap.demo;

import io.fairlead.bootstrap.simulation.SimulatedHubsMXBean;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The hubs of the stories: what a device does there, and what they hold. */
record Hubs(SimulatedHubsMXBean simulated) {

    private static final int MOST_LOOKS = 100;
    private static final int LOOK_MILLIS = 100;

    /** Their names' ending; the stories say the rest. */
    private static final String DOMAIN = ".fairlead.local";

    static String host(String name) {
        return name + DOMAIN;
    }

    static String shortName(String host) {
        return host.endsWith(DOMAIN) ? host.substring(0, host.length() - DOMAIN.length()) : host;
    }

    void report(String hub, String device, String patch) {
        simulated.deviceReports(host(hub), device, patch);
    }

    /** Waits until one hub alone holds the device: the old one is cleared after the device has been told of the new. */
    void awaitAlone(String hub, String device) {
        List<String> expected = List.of(host(hub));
        for (int looks = 0; looks < MOST_LOOKS && !holding(device).equals(expected); looks++) {
            pause();
        }
        StoryDiffers.unlessEqual(expected, holding(device), "the list of hubs that hold " + device);
    }

    /** What the hub holds of the device: status, tags, desired, reported. */
    JsonObject device(String hub, String device) {
        String text = simulated.device(host(hub), device);
        if (text.isEmpty()) {
            throw new StoryDiffers("%s should be at %s but is not".formatted(device, hub));
        }
        return object(text);
    }

    static JsonObject object(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    private List<String> holding(String device) {
        return simulated.hubsHolding(device);
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoryDiffers("the demo was interrupted");
        }
    }
}
