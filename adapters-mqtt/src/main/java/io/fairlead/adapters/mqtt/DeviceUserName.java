package io.fairlead.adapters.mqtt;

import io.fairlead.adapters.wire.device.DeviceAddress;
import io.fairlead.adapters.wire.text.PercentEncoding;
import io.fairlead.adapters.wire.version.ApiVersion;
import io.fairlead.adapters.wire.version.ClientVersion;
import io.fairlead.application.problem.Problem;
import io.fairlead.application.problem.ProvisioningException;

/**
 * The user name of a device: {@code {idScope}/registrations/{registrationId}/api-version={v}&ClientVersion={text}}, its
 * tail a query string. The embedded C client leaves the ClientVersion out; what else may stand there is let pass.
 */
record DeviceUserName(DeviceAddress address, ApiVersion version, boolean losesEarlyAnswers) {
    private static final int ADDRESS_SLASHES = 3;

    /** @throws ProvisioningException invalid, when the text is not of that form */
    static DeviceUserName parse(String text) {
        int tail = endOfAddress(text);
        String query = text.substring(tail + 1);
        String version = parameter(query, "api-version");
        return new DeviceUserName(
                DeviceAddress.parse(text.substring(0, tail)),
                ApiVersion.parse(version),
                new ClientVersion(parameter(query, "ClientVersion")).losesEarlyAnswers(version));
    }

    private static int endOfAddress(String text) {
        int slash = -1;
        for (int i = 0; i < ADDRESS_SLASHES; i++) {
            slash = text.indexOf('/', slash + 1);
            if (slash < 0) throw malformed();
        }
        return slash;
    }

    /** Empty when it is absent, or no text. */
    private static String parameter(String query, String name) {
        for (String pair : query.split("&", -1)) {
            if (pair.startsWith(name + "=")) {
                return PercentEncoding.decode(pair.substring(name.length() + 1)).orElse("");
            }
        }
        return "";
    }

    private static ProvisioningException malformed() {
        return Problem.of(
                        Problem.Kind.INVALID,
                        "the user name must be {idScope}/registrations/{registrationId}/api-version=2019-03-31")
                .asException();
    }
}
