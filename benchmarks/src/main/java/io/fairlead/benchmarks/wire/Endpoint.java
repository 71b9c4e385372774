package io.fairlead.benchmarks.wire;

import io.fairlead.endtoend.RunningServer;
import io.fairlead.endtoend.Trust;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import javax.net.ssl.SSLSocketFactory;

/**
 * One server, as a client that has read its {@code connection.properties} knows it.
 *
 * @param port for HTTPS
 * @param mqttsPort for MQTT
 * @param amqpsPort for AMQP
 * @param operatorPolicy the access policy of the connection string
 * @param operatorKey its key, Base64
 */
public record Endpoint(
        String host,
        int port,
        int mqttsPort,
        int amqpsPort,
        SSLSocketFactory tls,
        String idScope,
        String operatorPolicy,
        String operatorKey) {
    public static Endpoint of(RunningServer server) {
        String[] address = server.deviceEndpoint().split(":");
        Map<String, String> parts = parts(server.serviceConnectionString());
        return new Endpoint(
                address[0],
                Integer.parseInt(address[1]),
                Integer.parseInt(server.mqttsEndpoint().split(":")[1]),
                Integer.parseInt(server.amqpsEndpoint().split(":")[1]),
                Trust.in(server.caCertificate()).getSocketFactory(),
                server.idScope(),
                parts.get("SharedAccessKeyName"),
                parts.get("SharedAccessKey"));
    }

    /** The same server, as a client sees it that opens its connections so. */
    Endpoint with(SSLSocketFactory own) {
        return new Endpoint(host, port, mqttsPort, amqpsPort, own, idScope, operatorPolicy, operatorKey);
    }

    private static Map<String, String> parts(String connectionString) {
        return Arrays.stream(connectionString.split(";"))
                .map(part -> part.split("=", 2))
                .collect(Collectors.toMap(part -> part[0], part -> part[1]));
    }
}
