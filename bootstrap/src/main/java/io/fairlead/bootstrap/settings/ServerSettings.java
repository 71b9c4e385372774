package io.fairlead.bootstrap.settings;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Where the server keeps its files and where it listens.
 *
 * @param dataDirectory absolute
 * @param httpPort      the plain listener, for health and metrics alone; 0 takes any free port
 * @param httpsPort     the listener of the APIs; 0 takes any free port
 * @param hostNames     names and addresses under which clients reach the server; the first one is written to connection.properties
 * @param startTimeout  how long a start may take before it counts as failed
 */
public record ServerSettings(
        Path dataDirectory,
        InetAddress bind,
        int httpPort,
        int httpsPort,
        List<String> hostNames,
        Duration startTimeout) {

    public ServerSettings {
        if (httpPort != 0 && httpPort == httpsPort) {
            throw new SettingsProblem(
                    "FAIRLEAD_HTTP_PORT and FAIRLEAD_HTTPS_PORT are both %d: they must differ".formatted(httpPort));
        }
    }

    static ServerSettings from(SettingsSource source) {
        return new ServerSettings(
                Catalogue.DATA_DIRECTORY.in(source),
                Catalogue.BIND.in(source),
                Catalogue.HTTP_PORT.in(source),
                Catalogue.HTTPS_PORT.in(source),
                Catalogue.HOST_NAMES.in(source),
                Catalogue.START_TIMEOUT.in(source));
    }
}
