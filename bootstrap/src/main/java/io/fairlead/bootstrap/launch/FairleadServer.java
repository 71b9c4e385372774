package io.fairlead.bootstrap.launch;

import io.fairlead.bootstrap.files.FreshFiles;
import io.fairlead.bootstrap.identity.PrivateFile;
import io.fairlead.bootstrap.identity.ServiceIdentity;
import io.fairlead.bootstrap.settings.ServerSettings;
import io.fairlead.bootstrap.settings.Settings;
import io.fairlead.bootstrap.settings.StartReport;
import io.fairlead.bootstrap.settings.TlsSettings;
import io.fairlead.bootstrap.tls.CredentialFiles;
import io.fairlead.bootstrap.tls.OperatorsKeys;
import io.fairlead.bootstrap.tls.ServerCertificate;
import io.fairlead.bootstrap.tls.ServerCredential;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

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
        Optional<FreshFiles<ServerCredential>> given = given();
        Container container = container(data, certificate);
        given.ifPresent(newest -> OperatorsKeys.install(newest, Container.CERTIFICATE_ALIAS));

        // 3. Boot, and believe the result only after asking like a client.
        container.boot(listeners);
        StartReport.failure().ifPresent(reason -> {
            throw new StartFailure(reason);
        });
        DevicePorts ports = DevicePorts.ofThisProcess();
        ReadinessCheck.Expected shown = given.map(FairleadServer::expected).orElseGet(() -> expected(certificate));
        new ReadinessCheck(listeners, ports, shown).pass();

        // 4. Tell clients where to go.
        ServiceIdentity known = identity.with(StartReport.takeOwnerKey().orElse(identity.ownerKey()));
        Path trusted = settings.tls().certificate().map(Path::toAbsolutePath).orElse(certificate.authorityFile());
        connection.write(server.hostNames().get(0), listeners, ports, known, trusted);
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

    /** The certificate and key of the operator's own, followed as their files change. */
    private Optional<FreshFiles<ServerCredential>> given() {
        TlsSettings tls = settings.tls();
        return tls.certificate()
                .map(certificate -> new CredentialFiles(certificate, tls.key().orElseThrow()).follow(clock));
    }

    private static ReadinessCheck.Expected expected(FreshFiles<ServerCredential> given) {
        return new ReadinessCheck.Expected(OperatorsKeys.trusting(given.get()), false);
    }

    private static ReadinessCheck.Expected expected(ServerCertificate made) {
        return new ReadinessCheck.Expected(made.trust(), true);
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
