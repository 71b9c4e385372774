package io.fairlead.benchmarks.kill;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the database holds at one instant.
 *
 * @param records by registration id
 * @param copies what each hub holds of each device, by device id
 * @param unfinished operations that run
 * @param duties by registration id
 */
record Observation(
        Map<String, DeviceRecord> records,
        Map<String, List<HubCopy>> copies,
        List<Unfinished> unfinished,
        Map<String, List<Owed>> duties) {

    /** A registration record. */
    record DeviceRecord(
            String id,
            Optional<String> hub,
            Optional<String> incarnation,
            Optional<String> running,
            Optional<String> last) {}

    /** What one hub holds of one device. */
    record HubCopy(String device, String hub, String incarnation, boolean enabled, TwinMark twin) {}

    /**
     * A running operation.
     *
     * @param node who holds it or held it last
     * @param plan what it does; empty while it is undecided
     * @param next the step that it stands before
     * @param source the hub that the device leaves or is reset on
     */
    record Unfinished(
            String id,
            String device,
            long fence,
            String node,
            Optional<String> plan,
            Optional<String> next,
            Optional<String> source) {

        /** For the table of hits. */
        String step() {
            return next.orElse("DECISION");
        }
    }

    /** Something owed to a hub. */
    record Owed(String kind, String text) {
        boolean isForAnOperator() {
            return kind.equals("CONFLICT");
        }
    }

    List<HubCopy> copiesOf(String device) {
        return copies.getOrDefault(device, List.of());
    }

    List<Owed> owedFor(String device) {
        return duties.getOrDefault(device, List.of());
    }

    Optional<DeviceRecord> recordOf(String device) {
        return Optional.ofNullable(records.get(device));
    }

    /** Whether nothing is under way any more and nothing is owed that time would bring. */
    boolean isQuiet() {
        return unfinished.isEmpty()
                && duties.values().stream().flatMap(List::stream).allMatch(Owed::isForAnOperator);
    }
}
