package io.fairlead.benchmarks.kill;

import io.fairlead.adapters.sealing.KeyRing;
import io.fairlead.adapters.sealing.Sealing;
import io.fairlead.endtoend.RunningServer;
import io.fairlead.endtoend.ServerFolder;
import io.fairlead.endtoend.ServerOptions;
import java.nio.file.Path;
import java.security.SecureRandom;

/** How the servers of a campaign are started. */
final class Servers {
    private static final String ID_SCOPE = "0neKILLTEST";
    private static final String OWNER_KEY = "a2lsbC1jYW1wYWlnbi1rZXktb2YtdGhpcnR5LXR3by1ieXRlcw==";
    private static final String SECRETS_KEY = "a2lsbC1jYW1wYWlnbi1rZXktb2YtMzItYnl0ZXMhISE=";

    /** As the servers encrypt their secrets, for who reads their database past them. */
    static final Sealing SEALING = new Sealing(KeyRing.parse(SECRETS_KEY), new SecureRandom());

    private static final int STARTS = 3;
    private static final String FAULTS = "hub-faults.txt";

    private Servers() {}

    /** A server that starts quickly: its code is compiled fast rather than well, for it does not live long. */
    static ServerOptions options(ServerFolder folder, Path directory, String node) {
        return ServerOptions.in(directory)
                .from(folder)
                .withJvmOptions("-Xmx384m", "-XX:TieredStopAtLevel=1")
                .with("FAIRLEAD_INSTANCE_ID", node)
                .with("FAIRLEAD_ID_SCOPE", ID_SCOPE)
                .with("FAIRLEAD_SERVICE_OWNER_KEY", OWNER_KEY)
                .with("FAIRLEAD_SECRETS_KEY", SECRETS_KEY)
                .with("FAIRLEAD_HUBS_SIMULATED", String.join(",", CampaignOptions.HUBS))
                .with("FAIRLEAD_OPERATIONS_LEASE", CampaignOptions.LEASE.toSeconds() + "s")
                .with("FAIRLEAD_OPERATIONS_TIMEOUT", "60s")
                .with("FAIRLEAD_QUOTAS_POLLS_PER_DEVICE", "off")
                .with("FAIRLEAD_OPERATIONS_RETRY_AFTER", "1s");
    }

    /**
     * Starts a server, again when it ends instead: a port that was free a moment before may have been taken by some other
     * process of the machine.
     */
    static RunningServer start(ServerOptions options) {
        for (int attempt = 1; attempt < STARTS; attempt++) {
            try {
                return RunningServer.start(options);
            } catch (IllegalStateException e) {
                System.out.println("a server did not start and is started again: "
                        + e.getMessage().lines().reduce("", (first, last) -> last));
            }
        }
        return RunningServer.start(options);
    }

    /** The fault script of a server that keeps its files there. */
    static Path faultScript(Path directory) {
        return directory.resolve(FAULTS);
    }
}
