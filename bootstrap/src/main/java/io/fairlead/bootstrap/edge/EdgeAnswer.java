package io.fairlead.bootstrap.edge;

import java.nio.charset.StandardCharsets;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.HttpResponsePacket;
import org.glassfish.grizzly.http.util.HttpStatus;
import org.glassfish.grizzly.memory.Buffers;

/** An answer that needs no service behind it. The connection is closed after it: a body that may follow is not read. */
enum EdgeAnswer {
    /** For anything but health and metrics on the plain door. */
    NOT_HERE(
            HttpStatus.NOT_FOUND_404,
            404_202,
            "this port serves /health and /metrics alone; the APIs are served over HTTPS"),
    /** For everything from the moment the process is told to end. */
    STOPPING(HttpStatus.SERVICE_UNAVAILABLE_503, 503_001, "this server is stopping; try again");

    private static final String RETRY_AFTER_SECONDS = "3";

    private final HttpStatus status;
    private final int errorCode;
    private final byte[] body;

    /** @param errorCode one of those that the REST layer uses */
    EdgeAnswer(HttpStatus status, int errorCode, String message) {
        this.status = status;
        this.errorCode = errorCode;
        this.body = "{\"errorCode\":%d,\"message\":\"%s\"}"
                .formatted(errorCode, message)
                .getBytes(StandardCharsets.US_ASCII);
    }

    NextAction to(HttpRequestPacket request, FilterChainContext context) {
        HttpResponsePacket response = request.getResponse();
        status.setValues(response);
        response.setContentType("application/json; charset=utf-8");
        response.setContentLength(body.length);
        response.setHeader("x-ms-error-code", Integer.toString(errorCode));
        if (this == STOPPING) {
            response.setHeader("Retry-After", RETRY_AFTER_SECONDS);
        }
        request.getProcessingState().setKeepAlive(false);
        Buffer content = Buffers.wrap(context.getMemoryManager(), body);
        context.write(HttpContent.builder(response).content(content).last(true).build());
        return context.getStopAction();
    }
}
