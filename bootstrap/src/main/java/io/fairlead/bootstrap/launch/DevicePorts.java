package io.fairlead.bootstrap.launch;

import io.fairlead.bootstrap.settings.OpenPorts;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The ports beside HTTPS where devices are let in.
 *
 * @param open by the names of their schemes, in the order in which they are told; those switched off are not among them
 */
record DevicePorts(Map<String, Integer> open) {
    private static final String[] SCHEMES = {"mqtts", "amqps"};

    /** Those that the WAR has opened. */
    static DevicePorts ofThisProcess() {
        Map<String, Integer> open = new LinkedHashMap<>();
        for (String scheme : SCHEMES) {
            OpenPorts.of(scheme).ifPresent(port -> open.put(scheme, port));
        }
        return new DevicePorts(open);
    }

    /** For the line that says that the server is ready. */
    String words() {
        return open.entrySet().stream()
                .map(port -> ", %s port %d".formatted(port.getKey(), port.getValue()))
                .collect(Collectors.joining());
    }
}
