package io.fairlead.bootstrap.settings;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tells a setting from a slip of the pen: a name under {@code fairlead.} or {@code FAIRLEAD_} that nobody reads stops the start. */
final class KnownKeys {

    /** What container platforms put into the environment for a service that is itself called "fairlead…". */
    private static final Pattern SERVICE_LINK = Pattern.compile(
            "FAIRLEAD_(.*_)?(SERVICE_HOST|SERVICE_PORT(_.*)?|PORT_\\d+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?)");

    private static final Pattern SERVICE_LINK_ADDRESS = Pattern.compile("(tcp|udp|sctp)://.*");

    /** Read by the start script alone. */
    private static final String JVM_OPTIONS = "FAIRLEAD_JVM_OPTIONS";

    private static final Map<String, String> KEY_BY_ENVIRONMENT_NAME = Catalogue.ALL.stream()
            .map(Setting::key)
            .collect(Collectors.toUnmodifiableMap(Setting::environmentName, Function.identity()));

    private KnownKeys() {}

    /**
     * The key that a name sets: the name itself, or for an environment variable the key it stands for; empty for a name that is none of ours.
     *
     * @throws SettingsProblem when the name looks like ours but is no setting
     */
    static Optional<String> keyOf(String name, String value) {
        if (name.startsWith("fairlead.")) {
            return Optional.of(known(name));
        }
        return name.startsWith("FAIRLEAD_") && !isForeign(name, value)
                ? Optional.of(fromEnvironment(name))
                : Optional.empty();
    }

    private static boolean isForeign(String name, String value) {
        return name.equals(JVM_OPTIONS)
                || SERVICE_LINK.matcher(name).matches()
                || SERVICE_LINK_ADDRESS.matcher(value).matches();
    }

    private static String known(String key) {
        if (!KEY_BY_ENVIRONMENT_NAME.containsValue(key)) {
            throw unknown(key, nearest(key, KEY_BY_ENVIRONMENT_NAME.values()));
        }
        return key;
    }

    private static String fromEnvironment(String name) {
        String key = KEY_BY_ENVIRONMENT_NAME.get(name);
        if (key == null) {
            throw unknown(name, nearest(name, KEY_BY_ENVIRONMENT_NAME.keySet()));
        }
        return key;
    }

    private static SettingsProblem unknown(String name, String nearest) {
        return new SettingsProblem("%s is not a setting; did you mean %s?".formatted(name, nearest));
    }

    private static String nearest(String name, Iterable<String> candidates) {
        return java.util.stream.StreamSupport.stream(candidates.spliterator(), false)
                .min(Comparator.comparingInt((String candidate) -> EditDistance.between(name, candidate))
                        .thenComparing(Comparator.naturalOrder()))
                .orElseThrow();
    }
}
