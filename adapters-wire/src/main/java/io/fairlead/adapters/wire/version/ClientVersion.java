package io.fairlead.adapters.wire.version;

/**
 * What a device's client says of itself: {@code ClientVersion} in an MQTT user name, {@code com.microsoft:client-version}
 * on an AMQP link, percent-decoded. Empty when it says nothing.
 */
public record ClientVersion(String text) {
    private static final String JAVA = "com.microsoft.azure.sdk.iot.dps.dps-device-client/";

    /**
     * Whether this is the Java client, which sends first and begins to wait afterwards without looking whether the
     * answer is there already, and so loses one that comes at once (seen from provisioning-device-client 2.1.3). Over
     * MQTT it repeats the api-version as its own version, which no other client does.
     *
     * @param apiVersion as it stands in the request
     */
    public boolean losesEarlyAnswers(String apiVersion) {
        return text.equals(apiVersion) || text.startsWith(JAVA);
    }
}
