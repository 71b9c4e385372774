package io.fairlead.benchmarks.wire;

import java.io.IOException;

/** What one device asks of the service. Its token and paths are made once, as a device would keep them. */
public final class DeviceCalls {
    private static final String VERSION = "?api-version=2019-03-31";
    private static final byte[] NOTHING = {};

    private final String path;
    private final String token;
    private final byte[] body;

    public DeviceCalls(DeviceIdentity device) {
        this(device, device.token());
    }

    private DeviceCalls(DeviceIdentity device, String token) {
        this.path = "/" + device.resource();
        this.token = token;
        this.body = device.body();
    }

    /** What a device asks that its connection speaks for. */
    static DeviceCalls withoutToken(DeviceIdentity device) {
        return new DeviceCalls(device, "");
    }

    /** @param key the device's own key, Base64 */
    public DeviceCalls(String idScope, String registrationId, String key) {
        this(new DeviceIdentity(idScope, registrationId, key));
    }

    public Answer register(HttpsConnection connection) throws IOException {
        return connection.send("PUT", path + "/register" + VERSION, token, body);
    }

    public Answer poll(HttpsConnection connection, String operation) throws IOException {
        return connection.send("GET", path + "/operations/" + operation + VERSION, token, NOTHING);
    }

    /** The registration record. */
    public Answer lookUp(HttpsConnection connection) throws IOException {
        return connection.send("POST", path + VERSION, token, body);
    }
}
