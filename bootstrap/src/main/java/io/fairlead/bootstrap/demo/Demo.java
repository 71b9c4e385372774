package io.fairlead.bootstrap.demo;

import io.fairlead.bootstrap.simulation.SimulatedHubsMXBean;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.management.JMX;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;

/** {@code fairlead demo}: four stories played against a service that was started for them. */
public final class Demo {

    private static final List<String> HUBS =
            List.of("europe", "america", "contoso", "fabrikam", "monitoring", "analytics", "main", "quarantine");

    private final Path dataDirectory;
    private final PrintStream out;
    private final Clock clock;

    /** @param dataDirectory belongs to the demo alone and is new */
    public Demo(Path dataDirectory, PrintStream out, Clock clock) {
        this.dataDirectory = dataDirectory;
        this.out = out;
        this.clock = clock;
    }

    /** What the service must be started with, whatever the environment says: it is private, embedded, and does not let devices wait long. */
    public Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("fairlead.data.dir", dataDirectory.toString());
        settings.put("fairlead.database.url", "jdbc:h2:file:" + dataDirectory.resolve("fairlead"));
        settings.put("fairlead.bind", "127.0.0.1");
        settings.put("fairlead.http.port", "0");
        settings.put("fairlead.https.port", "0");
        settings.put("fairlead.mqtts.port", "0");
        settings.put("fairlead.amqps.port", "0");
        settings.put("fairlead.host.names", "localhost");
        settings.put("fairlead.operations.retry-after", "1s");
        settings.put("fairlead.hubs.simulated", HUBS.stream().map(Hubs::host).collect(Collectors.joining(",")));
        return settings;
    }

    /**
     * Plays all stories. The service runs in this process.
     *
     * @throws StoryDiffers when anything else happens than a story says
     */
    public void play() {
        Stage stage = stage();
        stage.narrator()
                .say("Four reasons why devices move. The devices are simulated; what they say goes over HTTPS to");
        stage.narrator()
                .say("%s (id scope %s), and every line below has really happened."
                        .formatted(stage.service().address(), stage.service().idScope()));
        int number = 1;
        for (Story story : Story.ALL) {
            stage.narrator().heading(number++, story.title(), story.why());
            story.play(stage);
        }
        stage.narrator()
                .say(
                        "\nAll four stories ended as told. Nothing is left of them; ./fairlead run starts a service that stays.");
    }

    private Stage stage() {
        ServiceFacts service = ServiceFacts.read(dataDirectory.resolve("connection.properties"));
        return new Stage(
                service, Wire.to(service), new SharedAccess(clock), new Hubs(simulatedHubs()), new Narrator(out));
    }

    private static SimulatedHubsMXBean simulatedHubs() {
        try {
            return JMX.newMXBeanProxy(
                    ManagementFactory.getPlatformMBeanServer(),
                    new ObjectName(SimulatedHubsMXBean.NAME),
                    SimulatedHubsMXBean.class);
        } catch (MalformedObjectNameException e) {
            throw new IllegalStateException(e);
        }
    }
}
