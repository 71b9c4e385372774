package io.fairlead.bootstrap.launch;

import io.fairlead.bootstrap.identity.PrivateFile;
import io.fairlead.bootstrap.identity.ServiceIdentity;
import io.fairlead.bootstrap.settings.ServerSettings;
import io.fairlead.bootstrap.settings.Settings;
import io.fairlead.bootstrap.settings.StartReport;
import io.fairlead.bootstrap.tls.ServerCertificate;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** One server, from an empty data directory to the first answered request. */
final class FairleadServer {

    private static final int PASSWORD_BYTES = 24;

    private final Settings settings;
    private final Installation installation;
    private final Clock clock;
    private final SecureRandom random;

    FairleadServer(Settings settings, Installation installation, Clock clock, SecureRandom random) {
        this.settings = settings;
        this.installation = installation;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Returns when requests succeed; the server then runs until the process is told to end.
     *
     * @return what to tell the operator
     * @throws StartFailure when it cannot be started; the process is of no more use then
     */
    String start() {
        return StartWatch.within(settings.server().startTimeout(), this::startUp);
    }

    private String startUp() {
        ServerSettings server = settings.server();

        // 1. Take what must be ours alone.
        DataDirectory data = DataDirectory.open(server.dataDirectory());
        Listeners listeners = Listeners.free(server);
        ConnectionFile connection = new ConnectionFile(data.resolve("connection.properties"));
        connection.delete();

        // 2. Make what a first start needs.
        ServiceIdentity identity = ServiceIdentity.in(data.path(), settings.identity(), random);
        ServerCertificate certificate = new ServerCertificate(data.path(), clock, random);
        Container container = container(data, certificate);

        // 3. Boot, and believe the result only after asking like a client.
        container.boot(listeners);
        StartReport.failure().ifPresent(reason -> {
            throw new StartFailure(reason);
        });
        DevicePorts ports = DevicePorts.ofThisProcess();
        new ReadinessCheck(listeners, ports, certificate.trust()).pass();

        // 4. Tell clients where to go.
        ServiceIdentity known = identity.with(StartReport.takeOwnerKey().orElse(identity.ownerKey()));
        connection.write(server.hostNames().get(0), listeners, ports, known, certificate.authorityFile());
        return readyLine(listeners, ports, known, connection);
    }

    private String readyLine(
            Listeners listeners, DevicePorts ports, ServiceIdentity identity, ConnectionFile connection) {
        return "Fairlead is ready: devices at https://%s:%d%s (id scope %s), health at http://%s:%d/health; all else in %s"
                .formatted(
                        settings.server().hostNames().get(0),
                        listeners.httpsPort(),
                        ports.words(),
                        identity.idScope(),
                        listeners.localHost(),
                        listeners.httpPort(),
                        connection.path());
    }

    private Container container(DataDirectory data, ServerCertificate certificate) {
        Path folder = PrivateFile.directory(data.resolve("run"));
        installation.copyMutablePartTo(folder);
        char[] password = newPassword();
        PrivateFile keyStore = new PrivateFile(folder.resolve("config/keystore.p12"));
        keyStore.write(certificate.keyStore(certificateHosts(), Container.CERTIFICATE_ALIAS, password));
        Container container = new Container(installation, folder);
        container.useKeyStore(keyStore.path(), password);
        return container;
    }

    /** The names that clients were told, and the address itself when it is one that a client could use. */
    private List<String> certificateHosts() {
        List<String> hosts = new ArrayList<>(settings.server().hostNames());
        if (!settings.server().bind().isAnyLocalAddress()) {
            hosts.add(settings.server().bind().getHostAddress());
        }
        return hosts;
    }

    /** Good for one run: the key store is made again at each start. */
    private char[] newPassword() {
        byte[] password = new byte[PASSWORD_BYTES];
        random.nextBytes(password);
        return Base64.getEncoder().encodeToString(password).toCharArray();
    }
}
