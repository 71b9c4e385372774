package io.fairlead.adapters.rest.problem;

import jakarta.ws.rs.container.ContainerRequestContext;

/** One line on a refused request: bounded and printable, whatever the client put into it. */
final class LogLine {
    private static final int LONGEST_METHOD = 10;
    private static final int LONGEST_PATH = 200;
    private static final int LONGEST_MESSAGE = 500;

    private LogLine() {}

    static String of(ContainerRequestContext request, Refusal refusal, String trackingId) {
        return "refused " + clean(request.getMethod(), LONGEST_METHOD)
                + " " + clean(request.getUriInfo().getRequestUri().getRawPath(), LONGEST_PATH)
                + ": " + refusal.code().code()
                + " " + clean(refusal.message(), LONGEST_MESSAGE)
                + " trackingId=" + trackingId;
    }

    /** The query string is left out: a token can be put there by mistake. */
    private static String clean(String text, int longest) {
        String cut = text.length() <= longest ? text : text.substring(0, longest) + "…";
        return cut.replaceAll("[^\\x20-\\x7e…]", "?");
    }
}
