package io.fairlead.domain.allocation;

import java.net.URI;
import java.util.Optional;

/**
 * The operator's own webhook (DPS {@code customAllocationDefinition}).
 *
 * @param webhookUrl absolute, {@code https} or {@code http}, without user and fragment, at most 2048 characters. Its
 *     query may hold a secret, so it is printed masked
 * @param apiVersion by which the entry is written in the webhook's request
 */
public record CustomAllocation(URI webhookUrl, String apiVersion) {
    private static final int MAX_LENGTH = 2048;

    public CustomAllocation {
        String wrong = refusal(webhookUrl);
        if (wrong != null) {
            throw new IllegalArgumentException(wrong);
        }
    }

    /**
     * Reads the address.
     *
     * @throws IllegalArgumentException when it is none; the message does not quote it
     */
    public static URI address(String text) {
        URI address = parsed(text);
        String wrong = refusal(address);
        if (wrong != null) {
            throw new IllegalArgumentException(wrong);
        }
        return address;
    }

    /** The address without what may be secret in it. */
    public String masked() {
        String port = webhookUrl.getPort() < 0 ? "" : ":" + webhookUrl.getPort();
        String query =
                Optional.ofNullable(webhookUrl.getRawQuery()).map(any -> "?***").orElse("");
        return webhookUrl.getScheme() + "://" + webhookUrl.getHost() + port + webhookUrl.getRawPath() + query;
    }

    @Override
    public String toString() {
        return masked() + " at " + apiVersion;
    }

    private static URI parsed(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("it is no address that can be read");
        }
    }

    private static String refusal(URI address) {
        if (address.toString().length() > MAX_LENGTH) {
            return "it must have at most " + MAX_LENGTH + " characters";
        }
        boolean web = "https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme());
        if (!web || address.getHost() == null) {
            return "it must be an absolute https address such as https://allocate.example.com/api/hub?code=…";
        }
        if (address.getRawUserInfo() != null || address.getRawFragment() != null) {
            return "it must have no user and no fragment";
        }
        return address.getPort() == 0 || address.getPort() > 65_535 ? "its port must be 1 to 65535" : null;
    }
}
