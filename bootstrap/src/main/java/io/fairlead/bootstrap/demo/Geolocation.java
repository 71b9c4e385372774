package io.fairlead.bootstrap.demo;

/** The device travels; until allocation measures latency, the operator says which hub is near. */
final class Geolocation implements Story {

    private static final String TRUCK = "truck-17";
    private static final String DESIRED = "{\"interval\":60}";
    private static final String REPORTED = "{\"odometer\":81250}";

    @Override
    public String title() {
        return "Geolocation: a truck crosses the ocean, and its state comes along";
    }

    @Override
    public String why() {
        return """
                A device should work with the hub that is near. What it has reported is still true after the journey.
                (Which hub is near is said by the operator here, through the hub list.)""";
    }

    @Override
    public void play(Stage stage) {
        Entry entry = stage.enroll(Entry.individual(TRUCK, "europe", Policy.MIGRATE, DESIRED));
        stage.register(entry, TRUCK, "europe", "initialAssignment", "its first hub, with the initial configuration");
        stage.report("europe", TRUCK, REPORTED);
        stage.register(entry, TRUCK, "europe", "initialAssignment", "europe is still right, so nothing is touched");
        Entry shipped = stage.rehome(entry, "america", "the truck is in Boston now");
        stage.register(
                shipped,
                TRUCK,
                "america",
                "deviceDataMigrated",
                "another hub, and the policy lets the state move along");
        stage.find("america", TRUCK, DESIRED, REPORTED);
    }
}
