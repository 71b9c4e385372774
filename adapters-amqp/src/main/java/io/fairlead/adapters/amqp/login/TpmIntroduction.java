package io.fairlead.adapters.amqp.login;

import io.fairlead.adapters.wire.device.DeviceAddress;
import io.fairlead.application.problem.ProvisioningException;
import io.fairlead.domain.tpm.EndorsementKey;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A device's first words in an exchange by TPM: {@code 00}, the id scope, {@code 00}, the registration id, {@code 00} and the
 * endorsement key. The C client leaves the ids out, which then stand in the host name of its init.
 */
record TpmIntroduction(DeviceAddress address, EndorsementKey endorsement) {

    /**
     * Reads them.
     *
     * @param hostName empty when the init has none
     * @throws ProvisioningException when an id is malformed
     * @throws IllegalArgumentException when the rest is
     */
    static TpmIntroduction read(byte[] bytes, String hostName) {
        byte[] content = withoutControl(bytes);
        int scope = nul(content, 0);
        int id = nul(content, scope + 1);
        if (hostName.contains("/registrations/") && !isText(content, scope)) {
            return new TpmIntroduction(DeviceAddress.parse(hostName), EndorsementKey.read(content));
        }
        if (scope < 0 || id < 0) throw new IllegalArgumentException("the ids are missing");
        DeviceAddress address = DeviceAddress.of(text(content, 0, scope), text(content, scope + 1, id));
        return new TpmIntroduction(address, EndorsementKey.read(Arrays.copyOfRange(content, id + 1, content.length)));
    }

    /** What follows the control byte, which is 0 where nothing is cut in pieces: no client has to cut a key. */
    static byte[] withoutControl(byte[] bytes) {
        if (bytes.length == 0 || bytes[0] != 0) {
            throw new IllegalArgumentException("a step does not begin with a zero");
        }
        return Arrays.copyOfRange(bytes, 1, bytes.length);
    }

    private static int nul(byte[] bytes, int from) {
        for (int at = from; at >= 0 && at < bytes.length; at++) {
            if (bytes[at] == 0) return at;
        }
        return -1;
    }

    /** An id scope is text; a key begins with its length. */
    private static boolean isText(byte[] bytes, int end) {
        return end > 0 && text(bytes, 0, end).chars().allMatch(it -> it > ' ' && it < 0x7f);
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.US_ASCII);
    }
}
