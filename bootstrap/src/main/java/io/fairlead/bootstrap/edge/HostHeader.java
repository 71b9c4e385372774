package io.fairlead.bootstrap.edge;

import java.util.regex.Pattern;

/** The {@code Host} of a request. The container answers a port that is no number, or no name at all, with an empty 200. */
final class HostHeader {

    private static final Pattern SOUND =
            Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9._~%!$&'()*+,;=-]+)(:[0-9]{1,5})?");

    private HostHeader() {}

    /** @param value null when there is none, which only HTTP/1.0 allows and the container sees to */
    static boolean isSound(String value) {
        return value == null || SOUND.matcher(value).matches();
    }
}
