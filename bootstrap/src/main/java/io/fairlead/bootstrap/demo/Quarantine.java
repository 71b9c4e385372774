package io.fairlead.bootstrap.demo;

/** An outdated device is put right apart from the others, and comes back as it left there. */
final class Quarantine implements Story {

    private static final String METER = "meter-9";
    private static final String DESIRED = "{\"tariff\":\"A\"}";

    @Override
    public String title() {
        return "Quarantine: a meter with old firmware goes apart, is updated, and returns";
    }

    @Override
    public String why() {
        return "What is put right in quarantine must still be known when the device is back: state moves both ways.";
    }

    @Override
    public void play(Stage stage) {
        Entry entry = stage.enroll(Entry.individual(METER, "main", Policy.MIGRATE, DESIRED));
        stage.register(entry, METER, "main", "initialAssignment", "its first hub, with the initial configuration");
        stage.report("main", METER, "{\"firmware\":\"1.0.0\",\"serial\":\"M9\"}");
        Entry suspect = stage.rehome(entry, "quarantine", "firmware 1.0.0 has a hole");
        stage.register(suspect, METER, "quarantine", "deviceDataMigrated", "sent apart, with all that is known of it");
        stage.report("quarantine", METER, "{\"firmware\":\"1.0.1\"}");
        Entry healed = stage.rehome(suspect, "main", "1.0.1 is sound");
        stage.register(
                healed, METER, "main", "deviceDataMigrated", "back where it belongs, with what quarantine changed");
        stage.find("main", METER, DESIRED, "{\"firmware\":\"1.0.1\",\"serial\":\"M9\"}");
    }
}
