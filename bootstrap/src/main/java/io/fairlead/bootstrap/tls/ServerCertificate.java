package io.fairlead.bootstrap.tls;

import io.fairlead.bootstrap.identity.PrivateFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.bouncycastle.operator.OperatorCreationException;

/**
 * The certificate that the server shows, signed by the service's own authority. Both are made when missing and kept in the folder {@code tls} of the data
 * directory; the server's is made again when the host names changed, the authority did, or its last third has begun. The authority is never replaced: every
 * device trusts it.
 */
public final class ServerCertificate {

    private final Path folder;
    private final CertificateIssuer issuer;

    public ServerCertificate(Path dataDirectory, Clock clock, SecureRandom random) {
        this.folder = dataDirectory.resolve("tls");
        this.issuer = new CertificateIssuer(clock, random);
    }

    /** Where clients find the certificate to trust, in PEM. */
    public Path authorityFile() {
        return folder.resolve("ca.pem");
    }

    /** What a client of this server trusts; there is something to trust once the key store was asked for. */
    public SSLContext trust() {
        try (InputStream pem = Files.newInputStream(authorityFile())) {
            return KeyStores.trusting(
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(pem));
        } catch (GeneralSecurityException | IOException e) {
            throw new TlsProblem(authorityFile() + " cannot be read", e);
        }
    }

    /**
     * The key store for a listener, in PKCS12, with the server's key and certificate under the alias.
     *
     * @param hosts names and addresses that clients use; localhost and 127.0.0.1 need not be among them
     * @throws TlsProblem when the authority's file cannot be read; the message says what to do
     */
    public byte[] keyStore(Collection<String> hosts, String alias, char[] password) {
        try {
            Credential authority = authority();
            Credential server = server(authority, withLocal(hosts));
            return KeyStores.of(server, alias, password);
        } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
            throw new TlsProblem("The server certificate cannot be made: " + e.getMessage(), e);
        }
    }

    private static List<String> withLocal(Collection<String> hosts) {
        return Stream.concat(hosts.stream(), Stream.of("localhost", "127.0.0.1"))
                .distinct()
                .toList();
    }

    private Credential authority() throws GeneralSecurityException, IOException, OperatorCreationException {
        PrivateFile file = new PrivateFile(folder.resolve("authority.pem"));
        Optional<byte[]> kept = file.read();
        Credential authority = kept.isPresent() ? readable(file, kept.get()) : issuer.newAuthority();
        if (kept.isEmpty()) {
            file.write(authority.toPem());
        }
        new PrivateFile(authorityFile()).write(Credential.toPem(authority.certificate()));
        return authority;
    }

    private static Credential readable(PrivateFile file, byte[] content) {
        try {
            return Credential.fromPem(content);
        } catch (IllegalArgumentException e) {
            throw new TlsProblem(
                    file.path() + " cannot be read. Bring it back from a backup; or remove it,"
                            + " and every device must then trust a new authority.",
                    e);
        }
    }

    private Credential server(Credential authority, List<String> hosts)
            throws GeneralSecurityException, IOException, OperatorCreationException {
        PrivateFile file = new PrivateFile(folder.resolve("server.pem"));
        Optional<Credential> kept = file.read().flatMap(ServerCertificate::ifWhole);
        Fitness fitness = new Fitness(authority.certificate(), hosts, issuer.now());
        if (kept.isPresent() && fitness.of(kept.get().certificate())) {
            return kept.get();
        }
        Credential fresh = issuer.newServer(authority, hosts);
        file.write(fresh.toPem());
        return fresh;
    }

    private static Optional<Credential> ifWhole(byte[] content) {
        try {
            return Optional.of(Credential.fromPem(content));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
