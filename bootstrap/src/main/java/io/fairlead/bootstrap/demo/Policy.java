package io.fairlead.bootstrap.demo;

/** What an enrollment entry says of a device that asks again. */
enum Policy {
    MIGRATE("reprovision and migrate", true),
    RESET("reprovision and reset to initial config", false);

    private final String title;
    private final boolean migrateDeviceData;

    Policy(String title, boolean migrateDeviceData) {
        this.title = title;
        this.migrateDeviceData = migrateDeviceData;
    }

    String title() {
        return title;
    }

    /** {@code reprovisionPolicy} of the service API. */
    String json() {
        return "{\"updateHubAssignment\":true,\"migrateDeviceData\":%b}".formatted(migrateDeviceData);
    }
}
