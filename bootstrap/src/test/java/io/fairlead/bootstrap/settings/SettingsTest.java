package io.fairlead.bootstrap.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each record with nothing set, and with every key set to something else. */
class SettingsTest {

    private static final SettingsSource NOTHING = SettingsSource.of(Map.of());

    private final Set<String> asked = new HashSet<>();

    @Test
    void serverShouldHaveDefaults() throws UnknownHostException {
        assertThat(ServerSettings.from(NOTHING))
                .isEqualTo(new ServerSettings(
                        Path.of("data").toAbsolutePath(),
                        InetAddress.getByName("127.0.0.1"),
                        8080,
                        8443,
                        List.of("localhost"),
                        Duration.ofMinutes(5)));
    }

    @Test
    void serverShouldFollowEveryKey() throws UnknownHostException {
        assertThat(ServerSettings.from(source(Map.of(
                        "fairlead.data.dir", "/var/lib/fairlead/../fairlead",
                        "fairlead.bind", "::1",
                        "fairlead.http.port", "0",
                        "fairlead.https.port", "443",
                        "fairlead.host.names", "DPS.example.com, 10.0.0.7",
                        "fairlead.start.timeout", "PT1H"))))
                .isEqualTo(new ServerSettings(
                        Path.of("/var/lib/fairlead"),
                        InetAddress.getByName("::1"),
                        0,
                        443,
                        List.of("dps.example.com", "10.0.0.7"),
                        Duration.ofHours(1)));
    }

    @Test
    void databaseShouldHaveDefaults() {
        assertThat(DatabaseSettings.from(NOTHING))
                .isEqualTo(new DatabaseSettings(Optional.empty(), "fairlead", Optional.empty(), 16));
    }

    @Test
    void databaseShouldFollowEveryKey() {
        assertThat(DatabaseSettings.from(source(Map.of(
                        "fairlead.database.url", "jdbc:postgresql://db/fairlead",
                        "fairlead.database.user", "operator",
                        "fairlead.database.password", "hunter2",
                        "fairlead.database.connections", "32"))))
                .isEqualTo(new DatabaseSettings(
                        Optional.of("jdbc:postgresql://db/fairlead"),
                        "operator",
                        Optional.of(new Secret("hunter2")),
                        32));
    }

    @Test
    void identityShouldHaveDefaults() {
        assertThat(IdentitySettings.from(NOTHING))
                .isEqualTo(new IdentitySettings(Optional.empty(), Optional.empty(), Optional.empty()));
    }

    @Test
    void identityShouldFollowEveryKey() {
        assertThat(IdentitySettings.from(source(Map.of(
                        "fairlead.id-scope", "0neA1B2C3D4",
                        "fairlead.service.owner-key", "c2hhcmVkIGJldHdlZW4gc2VydmVycw==",
                        "fairlead.instance.id", "node-1"))))
                .isEqualTo(new IdentitySettings(
                        Optional.of("0neA1B2C3D4"),
                        Optional.of(new Secret("c2hhcmVkIGJldHdlZW4gc2VydmVycw==")),
                        Optional.of("node-1")));
    }

    @Test
    void hubsShouldHaveDefaults() {
        assertThat(HubSettings.from(NOTHING).simulated())
                .containsExactly("hub-1.fairlead.local", "hub-2.fairlead.local", "quarantine.fairlead.local");
    }

    @Test
    void hubsShouldFollowEveryKey() {
        assertThat(HubSettings.from(source(Map.of("fairlead.hubs.simulated", "a.example.com , B.example.com")))
                        .simulated())
                .containsExactly("a.example.com", "b.example.com");
    }

    @Test
    void tlsShouldHaveDefaults() {
        assertThat(TlsSettings.from(NOTHING)).isEqualTo(new TlsSettings(Optional.empty(), Optional.empty(), List.of()));
    }

    @Test
    void tlsShouldFollowEveryKey() {
        assertThat(TlsSettings.from(source(Map.of(
                        "fairlead.tls.certificate", "/etc/tls/cert.pem",
                        "fairlead.tls.key", "/etc/tls/key.pem",
                        "fairlead.tls.revocation-lists", "a.crl, b.pem"))))
                .isEqualTo(new TlsSettings(
                        Optional.of(Path.of("/etc/tls/cert.pem")),
                        Optional.of(Path.of("/etc/tls/key.pem")),
                        List.of(Path.of("a.crl"), Path.of("b.pem"))));
    }

    @Test
    void tlsShouldRefuseACertificateWithoutItsKey() {
        assertThatThrownBy(() -> TlsSettings.from(source(Map.of("fairlead.tls.certificate", "cert.pem"))))
                .isInstanceOf(SettingsProblem.class)
                .hasMessageContaining("set both or neither");
    }

    @Test
    void operatingShouldHaveDefaults() {
        assertThat(OperatingSettings.from(NOTHING))
                .isEqualTo(new OperatingSettings(Duration.ZERO, Duration.ofDays(90)));
    }

    @Test
    void operatingShouldFollowEveryKey() {
        assertThat(OperatingSettings.from(
                        source(Map.of("fairlead.tokens.clock-skew", "1h", "fairlead.audit.retention", "7d"))))
                .isEqualTo(new OperatingSettings(Duration.ofHours(1), Duration.ofDays(7)));
    }

    @Test
    void allocationShouldHaveDefaults() {
        assertThat(AllocationSettings.from(NOTHING))
                .isEqualTo(new AllocationSettings(
                        20,
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        false,
                        Optional.empty(),
                        8,
                        List.of(),
                        false,
                        Optional.empty(),
                        100));
    }

    @Test
    void allocationShouldFollowEveryKey() {
        assertThat(AllocationSettings.from(source(Map.ofEntries(
                        Map.entry("fairlead.geo.min-gain-percent", "0"),
                        Map.entry("fairlead.geo.regions", "/etc/regions.txt"),
                        Map.entry("fairlead.geo.database", "/etc/city.mmdb"),
                        Map.entry("fairlead.webhook.allow-http", "true"),
                        Map.entry("fairlead.webhook.allow-private", "TRUE"),
                        Map.entry("fairlead.webhook.authorities", "/etc/authorities.pem"),
                        Map.entry("fairlead.webhook.at-once", "3"),
                        Map.entry("fairlead.proxies", "10.0.0.1, ::1"),
                        Map.entry("fairlead.proxies.client-cert", "true"),
                        Map.entry("fairlead.hubs.calls-per-second", "50"),
                        Map.entry("fairlead.hubs.calls-burst", "7")))))
                .isEqualTo(new AllocationSettings(
                        0,
                        Optional.of(Path.of("/etc/regions.txt")),
                        Optional.of(Path.of("/etc/city.mmdb")),
                        true,
                        true,
                        Optional.of(Path.of("/etc/authorities.pem")),
                        3,
                        List.of("10.0.0.1", "0:0:0:0:0:0:0:1"),
                        true,
                        Optional.of(50),
                        7));
    }

    @Test
    void reprovisioningShouldHaveDefaults() {
        assertThat(ReprovisioningSettings.from(NOTHING))
                .isEqualTo(new ReprovisioningSettings(Duration.ofMinutes(10), 60, Duration.ofDays(30)));
    }

    @Test
    void reprovisioningShouldFollowEveryKey() {
        assertThat(ReprovisioningSettings.from(source(Map.of(
                        "fairlead.keep.look-again", "500ms",
                        "fairlead.keep.looks-per-minute", "7",
                        "fairlead.snapshots.max-age", "1d"))))
                .isEqualTo(new ReprovisioningSettings(Duration.ofMillis(500), 7, Duration.ofDays(1)));
    }

    @Test
    void operationsShouldHaveDefaults() {
        assertThat(OperationSettings.from(NOTHING))
                .isEqualTo(new OperationSettings(
                        Duration.ofMinutes(2), Duration.ofSeconds(30), Duration.ofSeconds(3), Duration.ofDays(1)));
    }

    @Test
    void operationsShouldFollowEveryKey() {
        assertThat(OperationSettings.from(source(Map.of(
                        "fairlead.operations.timeout", "1h",
                        "fairlead.operations.lease", "5s",
                        "fairlead.operations.retry-after", "1s",
                        "fairlead.operations.retention", "2h"))))
                .isEqualTo(new OperationSettings(
                        Duration.ofHours(1), Duration.ofSeconds(5), Duration.ofSeconds(1), Duration.ofHours(2)));
    }

    @Test
    void quotasShouldHaveDefaults() {
        OptionalInt off = OptionalInt.empty();
        assertThat(QuotaSettings.from(NOTHING))
                .isEqualTo(new QuotaSettings(off, off, OptionalInt.of(5), off, off, off));
    }

    @Test
    void quotasShouldFollowEveryKey() {
        assertThat(QuotaSettings.from(source(Map.of(
                        "fairlead.quotas.registrations-per-minute", "1000",
                        "fairlead.quotas.operations-per-minute", "900",
                        "fairlead.quotas.polls-per-device", "OFF",
                        "fairlead.quotas.enrollments", "1000000",
                        "fairlead.quotas.enrollment-groups", "100",
                        "fairlead.quotas.linked-hubs", "50"))))
                .isEqualTo(new QuotaSettings(
                        OptionalInt.of(1000),
                        OptionalInt.of(900),
                        OptionalInt.empty(),
                        OptionalInt.of(1_000_000),
                        OptionalInt.of(100),
                        OptionalInt.of(50)));
    }

    @Test
    void devicesShouldHaveDefaults() {
        assertThat(DeviceConnectionSettings.from(NOTHING))
                .isEqualTo(new DeviceConnectionSettings(
                        OptionalInt.of(8883),
                        OptionalInt.of(5671),
                        true,
                        20_000,
                        1000,
                        6000,
                        Duration.ofSeconds(10),
                        Duration.ofMinutes(10),
                        Duration.ofMillis(100)));
    }

    @Test
    void devicesShouldFollowEveryKey() {
        assertThat(DeviceConnectionSettings.from(source(Map.of(
                        "fairlead.mqtts.port", "off",
                        "fairlead.amqps.port", "0",
                        "fairlead.websocket", "off",
                        "fairlead.devices.connections", "7",
                        "fairlead.devices.connections-per-address", "6",
                        "fairlead.devices.connections-per-minute", "5",
                        "fairlead.devices.handshake-timeout", "4s",
                        "fairlead.devices.idle-timeout", "3m",
                        "fairlead.devices.java-delay", "0ms"))))
                .isEqualTo(new DeviceConnectionSettings(
                        OptionalInt.empty(),
                        OptionalInt.of(0),
                        false,
                        7,
                        6,
                        5,
                        Duration.ofSeconds(4),
                        Duration.ofMinutes(3),
                        Duration.ZERO));
    }

    @Test
    void settingsShouldAskForEveryKeyOfTheCatalogue() {
        Settings.from(source(Map.of()));

        assertThat(asked)
                .containsExactlyInAnyOrderElementsOf(
                        Catalogue.ALL.stream().map(Setting::key).toList());
    }

    @Test
    void settingsShouldRefuseMoreHubsThanTheirQuota() {
        Map<String, String> two =
                Map.of("fairlead.hubs.simulated", "a.example.com,b.example.com", "fairlead.quotas.linked-hubs", "2");
        Map<String, String> one =
                Map.of("fairlead.hubs.simulated", "a.example.com,b.example.com", "fairlead.quotas.linked-hubs", "1");

        assertThat(Settings.from(source(two)).hubs().simulated()).hasSize(2);
        assertThatThrownBy(() -> Settings.from(source(one)))
                .isInstanceOf(SettingsProblem.class)
                .hasMessageContaining("2 hubs, more than fairlead.quotas.linked-hubs allows: 1");
    }

    @Test
    void settingsShouldNotShowSecrets() {
        Settings settings = Settings.from(source(Map.of(
                "fairlead.database.password",
                "hunter2",
                "fairlead.service.owner-key",
                "c2hhcmVkIGJldHdlZW4gc2VydmVycw==")));

        assertThat(settings.toString())
                .contains("***")
                .doesNotContain("hunter2")
                .doesNotContain("c2hhcmVk");
    }

    @Test
    void serverShouldRefuseOnePortForBothListeners() {
        Map<String, String> same = Map.of("fairlead.http.port", "8443");

        assertThatThrownBy(() -> ServerSettings.from(source(same)))
                .isInstanceOf(SettingsProblem.class)
                .hasMessageContaining("differ");
    }

    @Test
    void operationsShouldRefuseALeaseThatOutlivesTheOperation() {
        Map<String, String> lease = new HashMap<>(Map.of("fairlead.operations.lease", "2m"));

        assertThatThrownBy(() -> OperationSettings.from(source(lease)))
                .isInstanceOf(SettingsProblem.class)
                .hasMessageContaining("shorter");
    }

    private SettingsSource source(Map<String, String> texts) {
        SettingsSource source = SettingsSource.of(texts);
        return key -> {
            asked.add(key);
            return source.text(key);
        };
    }
}
