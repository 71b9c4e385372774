package io.fairlead.bootstrap.settings;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/** All settings and all defaults. A key is added here and nowhere else; the records beside this class say what the values mean together. */
final class Catalogue {

    private static final String A_TIME = "a time such as 500ms, 30s, 10m, 2h or 30d, more than nothing";
    private static final String A_PORT = "a port from 1 to 65535, or 0 for any free port";

    static final Setting<Path> DATA_DIRECTORY = Setting.of(
            "fairlead.data.dir",
            "./data",
            "a directory",
            text -> Path.of(text).toAbsolutePath().normalize());

    static final Setting<String> DATABASE_URL = Setting.optional(
            "fairlead.database.url", "a JDBC address that begins with jdbc:postgresql: or jdbc:h2:", Texts::jdbcUrl);
    static final Setting<String> DATABASE_USER =
            Setting.of("fairlead.database.user", "fairlead", "a name", text -> text);
    static final Setting<Secret> DATABASE_PASSWORD =
            Setting.secret("fairlead.database.password", "a text", text -> text);
    static final Setting<Integer> DATABASE_CONNECTIONS = Setting.of(
            "fairlead.database.connections", "16", "a number from 2 to 1000", text -> Texts.between(2, 1000, text));

    static final Setting<Secret> SECRETS_KEY = Setting.secret(
            "fairlead.secrets.key", "32 bytes in Base64, or several such keys with blanks between them", Texts::some);
    static final Setting<Path> SECRETS_KEY_FILE = Setting.optional("fairlead.secrets.key-file", "a file", Path::of);

    static final Setting<InetAddress> BIND = Setting.of(
            "fairlead.bind", "127.0.0.1", "an IP address of this machine, or 0.0.0.0 for all", Texts::address);
    static final Setting<Integer> HTTP_PORT = Setting.of("fairlead.http.port", "8080", A_PORT, Texts::port);
    static final Setting<Integer> HTTPS_PORT = Setting.of("fairlead.https.port", "8443", A_PORT, Texts::port);
    static final Setting<OptionalInt> MQTTS_PORT =
            Setting.of("fairlead.mqtts.port", "8883", A_PORT + "; or off", Texts::portOrOff);
    static final Setting<OptionalInt> AMQPS_PORT =
            Setting.of("fairlead.amqps.port", "5671", A_PORT + "; or off", Texts::portOrOff);
    static final Setting<Boolean> WEBSOCKET = Setting.of("fairlead.websocket", "on", "on or off", Texts::onOrOff);
    static final Setting<Integer> DEVICE_CONNECTIONS = Setting.of(
            "fairlead.devices.connections",
            "20000",
            "a number from 1 to 1000000",
            text -> Texts.between(1, 1_000_000, text));
    static final Setting<Integer> DEVICE_CONNECTIONS_PER_ADDRESS = Setting.of(
            "fairlead.devices.connections-per-address",
            "1000",
            "a number from 1 to 1000000",
            text -> Texts.between(1, 1_000_000, text));
    static final Setting<Integer> DEVICE_CONNECTIONS_PER_MINUTE = Setting.of(
            "fairlead.devices.connections-per-minute",
            "6000",
            "a number from 1 to 1000000",
            text -> Texts.between(1, 1_000_000, text));
    static final Setting<Duration> DEVICE_HANDSHAKE_TIMEOUT =
            Setting.of("fairlead.devices.handshake-timeout", "10s", A_TIME, Texts::positive);
    static final Setting<Duration> DEVICE_IDLE_TIMEOUT =
            Setting.of("fairlead.devices.idle-timeout", "10m", A_TIME, Texts::positive);
    static final Setting<Duration> DEVICE_JAVA_DELAY =
            Setting.of("fairlead.devices.java-delay", "100ms", "a time from 0ms to 2s", Texts::javaDelay);
    static final Setting<List<String>> HOST_NAMES = Setting.of(
            "fairlead.host.names", "localhost", "a comma-separated list of host names and IP addresses", Texts::hosts);

    static final Setting<Path> TLS_CERTIFICATE =
            Setting.optional("fairlead.tls.certificate", "a file in PEM", Path::of);
    static final Setting<Path> TLS_KEY = Setting.optional("fairlead.tls.key", "a file in PEM", Path::of);
    static final Setting<List<Path>> REVOCATION_LISTS = Setting.optional(
            "fairlead.tls.revocation-lists", "a comma-separated list of files in PEM or DER", Texts::files);

    static final Setting<String> ID_SCOPE = Setting.optional(
            "fairlead.id-scope",
            "0ne followed by 8 capital letters or digits, for example 0neA1B2C3D4",
            Texts::idScope);
    static final Setting<Secret> OWNER_KEY =
            Setting.secret("fairlead.service.owner-key", "a key of 16 to 64 bytes in Base64", Texts::sharedAccessKey);
    static final Setting<String> INSTANCE_ID = Setting.optional(
            "fairlead.instance.id", "1 to 64 letters, digits, dots, dashes or underscores", Texts::instanceId);
    static final Setting<Duration> CLOCK_SKEW =
            Setting.of("fairlead.tokens.clock-skew", "0s", "a time from 0s to 1h, such as 30s or 5m", Texts::clockSkew);
    static final Setting<Duration> AUDIT_RETENTION =
            Setting.of("fairlead.audit.retention", "90d", A_TIME, Texts::positive);
    static final Setting<Duration> START_TIMEOUT = Setting.of("fairlead.start.timeout", "5m", A_TIME, Texts::positive);

    static final Setting<List<String>> SIMULATED_HUBS = Setting.of(
            "fairlead.hubs.simulated",
            "hub-1.fairlead.local,hub-2.fairlead.local,quarantine.fairlead.local",
            "a comma-separated list of different host names, each with a dot",
            Texts::hubNames);

    static final Setting<Integer> HUB_CALLS_PER_SECOND = Setting.optional(
            "fairlead.hubs.calls-per-second", "a number from 1 to 1000000", text -> Texts.between(1, 1_000_000, text));
    static final Setting<Integer> HUB_CALLS_BURST = Setting.of(
            "fairlead.hubs.calls-burst",
            "100",
            "a number from 1 to 1000000",
            text -> Texts.between(1, 1_000_000, text));

    static final Setting<Integer> GEO_MIN_GAIN = Setting.of(
            "fairlead.geo.min-gain-percent", "20", "a number from 0 to 99", text -> Texts.between(0, 99, text));
    static final Setting<Path> GEO_REGIONS = Setting.optional("fairlead.geo.regions", "a file", Path::of);
    static final Setting<Path> GEO_DATABASE = Setting.optional("fairlead.geo.database", "a file", Path::of);
    static final Setting<List<String>> PROXIES =
            Setting.optional("fairlead.proxies", "a comma-separated list of IP addresses", Texts::addresses);

    static final Setting<Boolean> PROXIES_CLIENT_CERT =
            Setting.of("fairlead.proxies.client-cert", "false", "true or false", Texts::truth);

    static final Setting<Boolean> WEBHOOK_ALLOW_HTTP =
            Setting.of("fairlead.webhook.allow-http", "false", "true or false", Texts::truth);
    static final Setting<Boolean> WEBHOOK_ALLOW_PRIVATE =
            Setting.of("fairlead.webhook.allow-private", "false", "true or false", Texts::truth);
    static final Setting<Path> WEBHOOK_AUTHORITIES =
            Setting.optional("fairlead.webhook.authorities", "a file", Path::of);
    static final Setting<Integer> WEBHOOK_AT_ONCE = Setting.of(
            "fairlead.webhook.at-once", "8", "a number from 1 to 1000", text -> Texts.between(1, 1000, text));

    static final Setting<Duration> LOOK_AGAIN = Setting.of("fairlead.keep.look-again", "10m", A_TIME, Texts::positive);
    static final Setting<Integer> LOOKS_PER_MINUTE = Setting.of(
            "fairlead.keep.looks-per-minute",
            "60",
            "a number from 1 to 1000000",
            text -> Texts.between(1, 1_000_000, text));
    static final Setting<Duration> SNAPSHOT_MAX_AGE =
            Setting.of("fairlead.snapshots.max-age", "30d", A_TIME, Texts::positive);

    static final Setting<Duration> OPERATION_TIMEOUT =
            Setting.of("fairlead.operations.timeout", "2m", A_TIME, Texts::positive);
    static final Setting<Duration> OPERATION_LEASE =
            Setting.of("fairlead.operations.lease", "30s", A_TIME, Texts::positive);
    static final Setting<Duration> OPERATION_RETRY_AFTER =
            Setting.of("fairlead.operations.retry-after", "3s", "whole seconds from 1s to 30s", Texts::retryAfter);
    static final Setting<Duration> OPERATION_RETENTION =
            Setting.of("fairlead.operations.retention", "1d", A_TIME, Texts::positive);

    private static final String A_QUOTA = "a number from 1 to 1000000000, or off";
    static final Setting<OptionalInt> QUOTA_REGISTRATIONS =
            Setting.of("fairlead.quotas.registrations-per-minute", "off", A_QUOTA, Texts::quota);
    static final Setting<OptionalInt> QUOTA_OPERATIONS =
            Setting.of("fairlead.quotas.operations-per-minute", "off", A_QUOTA, Texts::quota);
    static final Setting<OptionalInt> QUOTA_POLLS =
            Setting.of("fairlead.quotas.polls-per-device", "5", A_QUOTA, Texts::quota);
    static final Setting<OptionalInt> QUOTA_ENROLLMENTS =
            Setting.of("fairlead.quotas.enrollments", "off", A_QUOTA, Texts::quota);
    static final Setting<OptionalInt> QUOTA_GROUPS =
            Setting.of("fairlead.quotas.enrollment-groups", "off", A_QUOTA, Texts::quota);
    static final Setting<OptionalInt> QUOTA_HUBS =
            Setting.of("fairlead.quotas.linked-hubs", "off", A_QUOTA, Texts::quota);

    static final List<Setting<?>> ALL = List.of(
            DATA_DIRECTORY,
            DATABASE_URL,
            DATABASE_USER,
            DATABASE_PASSWORD,
            DATABASE_CONNECTIONS,
            SECRETS_KEY,
            SECRETS_KEY_FILE,
            BIND,
            HTTP_PORT,
            HTTPS_PORT,
            MQTTS_PORT,
            AMQPS_PORT,
            WEBSOCKET,
            DEVICE_CONNECTIONS,
            DEVICE_CONNECTIONS_PER_ADDRESS,
            DEVICE_CONNECTIONS_PER_MINUTE,
            DEVICE_HANDSHAKE_TIMEOUT,
            DEVICE_IDLE_TIMEOUT,
            DEVICE_JAVA_DELAY,
            HOST_NAMES,
            TLS_CERTIFICATE,
            TLS_KEY,
            REVOCATION_LISTS,
            ID_SCOPE,
            OWNER_KEY,
            INSTANCE_ID,
            CLOCK_SKEW,
            AUDIT_RETENTION,
            START_TIMEOUT,
            SIMULATED_HUBS,
            HUB_CALLS_PER_SECOND,
            HUB_CALLS_BURST,
            GEO_MIN_GAIN,
            GEO_REGIONS,
            GEO_DATABASE,
            PROXIES,
            PROXIES_CLIENT_CERT,
            WEBHOOK_ALLOW_HTTP,
            WEBHOOK_ALLOW_PRIVATE,
            WEBHOOK_AUTHORITIES,
            WEBHOOK_AT_ONCE,
            LOOK_AGAIN,
            LOOKS_PER_MINUTE,
            SNAPSHOT_MAX_AGE,
            OPERATION_TIMEOUT,
            OPERATION_LEASE,
            OPERATION_RETRY_AFTER,
            OPERATION_RETENTION,
            QUOTA_REGISTRATIONS,
            QUOTA_OPERATIONS,
            QUOTA_POLLS,
            QUOTA_ENROLLMENTS,
            QUOTA_GROUPS,
            QUOTA_HUBS);

    private Catalogue() {}
}
