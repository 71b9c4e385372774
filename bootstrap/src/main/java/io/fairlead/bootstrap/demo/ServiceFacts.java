package io.fairlead.bootstrap.demo;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * All that a client knows of the service: the content of {@code connection.properties}.
 *
 * @param address   where devices and operators call, without a path
 * @param host      what operators sign
 * @param policy    the access policy whose key operators sign with
 * @param authority the certificate of the authority that vouches for the service
 */
record ServiceFacts(String idScope, URI address, String host, String policy, String policyKey, Path authority) {

    static ServiceFacts read(Path connectionFile) {
        Properties file = new Properties();
        try (Reader reader = Files.newBufferedReader(connectionFile)) {
            file.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> parts = parts(file.getProperty("serviceConnectionString"));
        return new ServiceFacts(
                file.getProperty("idScope"),
                URI.create("https://" + file.getProperty("deviceEndpoint")),
                parts.get("HostName"),
                parts.get("SharedAccessKeyName"),
                parts.get("SharedAccessKey"),
                Path.of(file.getProperty("caCertificate")));
    }

    private static Map<String, String> parts(String connectionString) {
        return Arrays.stream(connectionString.split(";"))
                .map(part -> part.split("=", 2))
                .collect(Collectors.toMap(part -> part[0], part -> part[1]));
    }
}
