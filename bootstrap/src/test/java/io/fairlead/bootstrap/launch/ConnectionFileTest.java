package io.fairlead.bootstrap.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.bootstrap.identity.ServiceIdentity;
import io.fairlead.bootstrap.settings.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionFileTest {

    @TempDir
    Path directory;

    @Test
    void writeShouldTellClientsAllTheyNeedWithoutEscapes() throws IOException {
        ConnectionFile file = new ConnectionFile(directory.resolve("connection.properties"));
        Map<String, Integer> ports = new LinkedHashMap<>();
        ports.put("mqtts", 8883);
        ports.put("amqps", 5671);

        file.write(
                "dps.example.com",
                listeners("127.0.0.1"),
                new DevicePorts(ports),
                identity(),
                directory.resolve("tls/ca.pem"));

        assertThat(file.path()).hasContent("""
                idScope=0neA1B2C3D4
                serviceConnectionString=HostName=dps.example.com;SharedAccessKeyName=provisioningserviceowner;SharedAccessKey=a2V5==
                deviceEndpoint=dps.example.com:8443
                mqttsEndpoint=dps.example.com:8883
                amqpsEndpoint=dps.example.com:5671
                httpEndpoint=http://127.0.0.1:8080
                caCertificate=%1$s/tls/ca.pem
                dataDirectory=%1$s
                """.formatted(directory));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
                .isEqualTo("rw-------");
    }

    @Test
    void writeShouldNameAnAddressThatCanBeReachedWhenAllAreBound() throws IOException {
        ConnectionFile file = new ConnectionFile(directory.resolve("connection.properties"));

        file.write(
                "localhost",
                listeners("0.0.0.0"),
                new DevicePorts(Map.of()),
                identity(),
                directory.resolve("tls/ca.pem"));

        assertThat(Files.readString(file.path()))
                .doesNotContain("0.0.0.0", "mqttsEndpoint", "amqpsEndpoint")
                .containsPattern("httpEndpoint=http://(127.0.0.1|\\[.*1]):8080");
    }

    @Test
    void deleteShouldRemoveWhatAnEarlierRunWroteAndNotMindWhenThereIsNothing() throws IOException {
        ConnectionFile file = new ConnectionFile(Files.writeString(directory.resolve("connection.properties"), "old"));

        file.delete();
        file.delete();

        assertThat(file.path()).doesNotExist();
    }

    private static Listeners listeners(String address) throws IOException {
        return new Listeners(InetAddress.getByName(address), 8080, 8443);
    }

    private static ServiceIdentity identity() {
        return new ServiceIdentity("0neA1B2C3D4", new Secret("a2V5=="));
    }
}
