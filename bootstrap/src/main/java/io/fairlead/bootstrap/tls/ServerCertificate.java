package io.fairlead.bootstrap.tls;

import io.fairlead.bootstrap.identity.PrivateFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.operator.OperatorCreationException;

/**
 * The certificate that the server shows, signed by the service's own authority. Both are made when missing and kept in the folder {@code tls} of the data
 * directory; the server's is made again when the host names changed, the authority did, or its last third has begun. The authority is never replaced: every
 * device trusts it.
 */
public final class ServerCertificate {

    private static final Duration RENEWED_BEFORE_END = CertificateIssuer.SERVER_LIFE.dividedBy(3);

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
            KeyStore store = empty(null);
            store.setCertificateEntry(
                    "authority", CertificateFactory.getInstance("X.509").generateCertificate(pem));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
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
            return pkcs12(server, alias, password);
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
        if (kept.isPresent() && isGood(kept.get().certificate(), authority.certificate(), hosts)) {
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

    private boolean isGood(X509Certificate server, X509Certificate authority, List<String> hosts)
            throws GeneralSecurityException {
        return issuer.now()
                        .plus(RENEWED_BEFORE_END)
                        .isBefore(server.getNotAfter().toInstant())
                && isSignedBy(authority, server)
                && namesOf(server)
                        .equals(hosts.stream()
                                .map(ServerCertificate::comparable)
                                .collect(Collectors.toSet()));
    }

    private static boolean isSignedBy(X509Certificate authority, X509Certificate server) {
        try {
            server.verify(authority.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static Set<String> namesOf(X509Certificate server) throws GeneralSecurityException {
        return server.getSubjectAlternativeNames().stream()
                .map(name -> comparable((String) name.get(1)))
                .collect(Collectors.toSet());
    }

    /** An IPv6 address has many spellings; the certificate gives back another one than it was given. */
    private static String comparable(String host) {
        try {
            return host.contains(":") ? InetAddress.getByName(host).getHostAddress() : host;
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static byte[] pkcs12(Credential server, String alias, char[] password)
            throws GeneralSecurityException, IOException {
        KeyStore store = empty(password);
        store.setKeyEntry(alias, server.key(), password, new Certificate[] {server.certificate()});
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        store.store(content, password);
        return content.toByteArray();
    }

    private static KeyStore empty(char[] password) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, password);
        return store;
    }
}
