package io.fairlead.bootstrap.demo;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A simulated device: it registers and polls as a real one does, over HTTPS with a shared access signature.
 *
 * @param id  registration id, and device id too
 * @param key Base64
 */
record Device(String id, String key, ServiceFacts service, Wire wire, SharedAccess access) {

    private static final int MOST_POLLS = 30;

    /** Asks for its hub and waits for the answer. @throws StoryDiffers when it gets none */
    Assignment register() {
        String resource = service.idScope() + "/registrations/" + id;
        String token = access.token(resource, "registration", key);
        Wire.Answer answer =
                wire.send("PUT", "/" + resource + "/register", token, "{\"registrationId\":\"%s\"}".formatted(id));
        String poll = "/" + resource + "/operations/" + answer.body().getString("operationId");
        for (int polls = 0; polls < MOST_POLLS && answer.status() == 202; polls++) {
            pause(answer.retryAfter());
            answer = wire.send("GET", poll, token, "");
        }
        return assignment(answer.body());
    }

    private Assignment assignment(JsonObject operation) {
        StoryDiffers.unlessEqual("assigned", operation.getString("status"), "the status of " + id);
        JsonObject state = operation.getJsonObject("registrationState");
        return new Assignment(state.getString("assignedHub"), state.getString("substatus"));
    }

    private static void pause(Duration time) {
        try {
            TimeUnit.MILLISECONDS.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoryDiffers("the demo was interrupted");
        }
    }

    /** What a device learns: where it belongs, and what was done to its state. */
    record Assignment(String hub, String substatus) {}
}
