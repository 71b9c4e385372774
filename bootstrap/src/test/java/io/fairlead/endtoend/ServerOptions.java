package io.fairlead.endtoend;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How a server is started: on free ports of the loopback address unless told otherwise.
 *
 * @param folder what it runs from
 * @param environment the settings, by the names of their environment variables
 * @param jvmOptions  options of the JVM on top of those every server has
 */
public record ServerOptions(ServerFolder folder, Map<String, String> environment, List<String> jvmOptions) {

    public ServerOptions {
        environment = Map.copyOf(environment);
        jvmOptions = List.copyOf(jvmOptions);
    }

    /** A server with the embedded database in a directory, which is made when it is missing. */
    public static ServerOptions in(Path dataDirectory) {
        return new ServerOptions(
                ServerFolder.ofThisBuild(),
                Map.of(
                        "FAIRLEAD_DATA_DIR", dataDirectory.toAbsolutePath().toString(),
                        "FAIRLEAD_HTTP_PORT", "0",
                        "FAIRLEAD_HTTPS_PORT", "0",
                        "FAIRLEAD_MQTTS_PORT", "0",
                        "FAIRLEAD_AMQPS_PORT", "0"),
                List.of("-Xmx512m"));
    }

    public ServerOptions with(String name, String value) {
        Map<String, String> changed = new HashMap<>(environment);
        changed.put(name, value);
        return new ServerOptions(folder, changed, jvmOptions);
    }

    /** Runs from another folder, for example one with a bug planted into it. */
    public ServerOptions from(ServerFolder other) {
        return new ServerOptions(other, environment, jvmOptions);
    }

    public ServerOptions onDatabase(String url, String user, String password) {
        return with("FAIRLEAD_DATABASE_URL", url)
                .with("FAIRLEAD_DATABASE_USER", user)
                .with("FAIRLEAD_DATABASE_PASSWORD", password);
    }

    /** Replaces the options that tests run with by others, for example a larger heap. */
    public ServerOptions withJvmOptions(String... options) {
        return new ServerOptions(folder, environment, List.of(options));
    }

    Path dataDirectory() {
        return Path.of(environment.get("FAIRLEAD_DATA_DIR"));
    }
}
