package io.fairlead.adapters.rest.problem;

import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;

/**
 * The error page of the web application: what the container refuses before or behind the JAX-RS runtime, and would
 * otherwise tell as HTML, is told like every other refusal. To be named in {@code web.xml} as the page for all errors;
 * asked for by itself it is a path that does not exist.
 */
public class ErrorPageServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient TrackingIds trackingIds;
    private final transient Clock clock;

    @Inject
    public ErrorPageServlet(TrackingIds trackingIds, Clock clock) {
        this.trackingIds = trackingIds;
        this.clock = clock;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Refusal refusal = refusal(request);
        String trackingId = trackingIds.next();
        byte[] body = refusal.toJson(path(request), trackingId, clock.instant());
        RefusalLog.write(request.getMethod(), path(request), refusal, trackingId);
        response.setStatus(refusal.code().status());
        CommonHeaders.of(trackingId).forEach(response::setHeader);
        response.setHeader("x-ms-error-code", Integer.toString(refusal.code().code()));
        response.setContentType(Refusal.mediaType(path(request)).toString());
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static Refusal refusal(HttpServletRequest request) {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Refusal refusal = ContainerRefusals.of(status instanceof Integer code ? code : 404);
        Object cause = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        return cause instanceof Throwable reason ? refusal.because(reason) : refusal;
    }

    private static String path(HttpServletRequest request) {
        Object asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return asked == null ? request.getRequestURI() : asked.toString();
    }
}
