package io.fairlead.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * Where the service is and as whom it is spoken to.
 *
 * @param endpoint {@code host:port}
 * @param host the name that tokens are signed for
 * @param authority whose certificates are trusted, PEM; empty for those that the JVM trusts
 */
record Connection(String endpoint, String host, String policy, String key, Optional<Path> authority) {
    private static final String USUAL_PORT = ":443";

    /** Options first, then the file that the server writes. */
    static Connection from(Arguments asked, Secrets.Environment environment) {
        Properties file = file(asked);
        String string = asked.connectionString()
                .map(name -> Optional.ofNullable(environment.get(name))
                        .orElseThrow(() -> new CliProblem("the environment variable " + name + " is not set")))
                .or(() -> Optional.ofNullable(file.getProperty("serviceConnectionString")))
                .orElseThrow(() -> new CliProblem(asked.connection()
                        + " has no serviceConnectionString: start the service, or say which by --connection or"
                        + " --connection-string-env"));
        Map<String, String> parts = parts(string);
        String host = part(parts, "HostName");
        String endpoint = asked.endpoint()
                .or(() -> asked.connectionString().isPresent()
                        ? Optional.empty()
                        : Optional.ofNullable(file.getProperty("deviceEndpoint")))
                .orElse(host);
        return new Connection(
                endpoint.contains(":") ? endpoint : endpoint + USUAL_PORT,
                host,
                part(parts, "SharedAccessKeyName"),
                part(parts, "SharedAccessKey"),
                asked.authority()
                        .or(() -> Optional.ofNullable(file.getProperty("caCertificate"))
                                .map(text -> asked.connection().toAbsolutePath().resolveSibling(text))));
    }

    private static Properties file(Arguments asked) {
        Properties content = new Properties();
        if (asked.connectionString().isPresent() && !Files.exists(asked.connection())) {
            return content;
        }
        try (Reader reader = Files.newBufferedReader(asked.connection())) {
            content.load(reader);
            return content;
        } catch (IOException | IllegalArgumentException e) {
            throw new CliProblem(
                    asked.connection() + " cannot be read: start the service, or say which by --connection");
        }
    }

    private static Map<String, String> parts(String connectionString) {
        Map<String, String> parts = new HashMap<>();
        for (String part : connectionString.strip().split(";")) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                parts.put(part.substring(0, equals), part.substring(equals + 1));
            }
        }
        return parts;
    }

    private static String part(Map<String, String> parts, String name) {
        return Optional.ofNullable(parts.get(name))
                .orElseThrow(() -> new CliProblem("the connection string has no " + name
                        + "; it is HostName=...;SharedAccessKeyName=...;SharedAccessKey=..."));
    }

    /** What the service's certificate is held against. */
    SSLContext trust() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(
                    null, authority.isEmpty() ? null : managers(authority.get()).getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new CliProblem("the certificate authority cannot be used: " + e.getMessage());
        }
    }

    private static TrustManagerFactory managers(Path pem) throws GeneralSecurityException {
        try (InputStream text = Files.newInputStream(pem)) {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int number = 0;
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(text)) {
                store.setCertificateEntry("authority-" + number++, certificate);
            }
            TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(store);
            return managers;
        } catch (IOException e) {
            throw new CliProblem(pem + " cannot be read: say by --ca where the service's ca-certificate is");
        }
    }

    /** Without the key. */
    @Override
    public String toString() {
        return policy + " at " + endpoint;
    }
}
