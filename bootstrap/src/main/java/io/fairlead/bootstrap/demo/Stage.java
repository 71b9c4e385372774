package io.fairlead.bootstrap.demo;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

/** Where a story is played: every act is done for real, told, and compared with what the story says. */
record Stage(ServiceFacts service, Wire wire, SharedAccess access, Hubs hubs, Narrator narrator) {

    /** The operator creates an entry. @return it with its keys */
    Entry enroll(Entry entry) {
        Entry saved = new Operator(service, wire, access).save(entry);
        narrator.tell(
                "operator",
                "enrolls %s: hub %s, initial desired %s, policy \"%s\""
                        .formatted(
                                entry.kind() == Entry.Kind.GROUP ? "the group " + entry.id() : entry.id(),
                                entry.hub(),
                                entry.desired(),
                                entry.policy().title()));
        return saved;
    }

    /** The operator changes the entry's hub list. Nothing moves by that alone. */
    Entry rehome(Entry entry, String hub, String because) {
        Entry saved = new Operator(service, wire, access).save(entry.withHub(hub));
        narrator.tell("operator", "changes the hub list of %s to [%s]: %s".formatted(entry.id(), hub, because));
        return saved;
    }

    /** The device asks for its hub, and must be given this one with this substatus; afterwards no other hub holds it. */
    void register(Entry entry, String device, String hub, String substatus, String reason) {
        narrator.tell(device, "boots and asks for its hub");
        Device.Assignment assignment = new Device(device, entry.deviceKey(device), service, wire, access).register();
        StoryDiffers.unlessEqual(Hubs.host(hub), assignment.hub(), "the hub of " + device);
        StoryDiffers.unlessEqual(substatus, assignment.substatus(), "the substatus of " + device);
        hubs.awaitAlone(hub, device);
        narrator.tell("Fairlead", "answers %s (%s): %s".formatted(hub, substatus, reason));
    }

    void report(String hub, String device, String patch) {
        hubs.report(hub, device, patch);
        narrator.tell(device, "works at %s and reports %s".formatted(hub, patch));
    }

    /** Shows where the device's state is now. @throws StoryDiffers unless it is exactly this */
    void find(String hub, String device, String desired, String reported) {
        JsonObject held = hubs.device(hub, device);
        expect("enabled", held.getString("status"), device, "status");
        expect(Hubs.object(desired), held.get("desired"), device, "desired properties");
        expect(Hubs.object(reported), held.get("reported"), device, "reported properties");
        narrator.tell(
                "hubs",
                "only %s holds %s now: desired %s, reported %s"
                        .formatted(hub, device, held.get("desired"), held.get("reported")));
    }

    private static void expect(Object expected, Object actual, String device, String what) {
        StoryDiffers.unlessEqual(expected, actual, "%s of %s at its hub".formatted(what, device));
    }

    private static void expect(JsonObject expected, JsonValue actual, String device, String what) {
        expect((Object) expected, actual, device, what);
    }
}
