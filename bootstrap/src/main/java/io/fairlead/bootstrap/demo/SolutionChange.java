package io.fairlead.bootstrap.demo;

/** Devices join another solution, with their state or without: their groups say which. */
final class SolutionChange implements Story {

    private static final String DESIRED = "{\"unit\":\"bar\"}";
    private static final String REPORTED = "{\"calibrated\":\"2026-03-01\"}";

    @Override
    public String title() {
        return "Solution change: pumps leave monitoring for analytics, one with its state and one without";
    }

    @Override
    public String why() {
        return "Two groups of devices, each with one key that all keys of its devices are derived from, and a policy each.";
    }

    @Override
    public void play(Stage stage) {
        move(stage, "pumps-kept", "pump-1", Policy.MIGRATE, "deviceDataMigrated", REPORTED);
        move(stage, "pumps-clean", "pump-2", Policy.RESET, "deviceDataReset", "{}");
    }

    private static void move(
            Stage stage, String group, String pump, Policy policy, String substatus, String reportedThen) {
        Entry entry = stage.enroll(Entry.group(group, "monitoring", policy, DESIRED));
        stage.register(entry, pump, "monitoring", "initialAssignment", "its first hub, as its group says");
        stage.report("monitoring", pump, REPORTED);
        Entry joined = stage.rehome(entry, "analytics", "this group joins the new solution");
        stage.register(joined, pump, "analytics", substatus, "the group's policy is to " + policy.title());
        stage.find("analytics", pump, DESIRED, reportedThen);
    }
}
