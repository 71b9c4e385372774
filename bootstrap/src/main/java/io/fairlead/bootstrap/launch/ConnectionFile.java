package io.fairlead.bootstrap.launch;

import io.fairlead.bootstrap.identity.PrivateFile;
import io.fairlead.bootstrap.identity.ServiceIdentity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code connection.properties}: all that a client needs to know, there only while what it says is true or was true until the server stopped. */
record ConnectionFile(Path path) {

    /** Before a start: what the last run wrote may no longer hold. */
    void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param host the name or address for clients, without a port: service clients accept no other in a connection string */
    void write(String host, Listeners listeners, DevicePorts ports, ServiceIdentity identity, Path authority) {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("idScope", identity.idScope());
        entries.put(
                "serviceConnectionString",
                "HostName=%s;SharedAccessKeyName=%s;SharedAccessKey=%s"
                        .formatted(
                                host,
                                ServiceIdentity.OWNER_POLICY,
                                identity.ownerKey().value()));
        entries.put("deviceEndpoint", host + ":" + listeners.httpsPort());
        ports.open().forEach((scheme, port) -> entries.put(scheme + "Endpoint", host + ":" + port));
        entries.put("httpEndpoint", "http://%s:%d".formatted(listeners.localHost(), listeners.httpPort()));
        entries.put("caCertificate", authority.toString());
        entries.put("dataDirectory", path.getParent().toString());
        new PrivateFile(path).write(text(entries));
    }

    /** Read by shell scripts too, so without the escapes that {@link java.util.Properties} would write and does not need. */
    private static String text(Map<String, String> entries) {
        return entries.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue().replace("\\", "\\\\") + "\n")
                .collect(Collectors.joining());
    }
}
