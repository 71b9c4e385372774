package io.fairlead.bootstrap.edge;

import java.nio.charset.StandardCharsets;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.HttpResponsePacket;
import org.glassfish.grizzly.http.util.Header;
import org.glassfish.grizzly.http.util.HttpStatus;
import org.glassfish.grizzly.memory.Buffers;

/** Looks at each request's target and host before the container does. It stands on the path of every request: it must stay cheap. */
final class EdgeFilter extends BaseFilter {

    /** Found by no resource, and refused by the REST layer as a path that no client should send: the empty segment sees to that. */
    private static final String REFUSED = "/refused//path";

    private static final byte[] NOT_HERE =
            "{\"message\":\"This port serves /health and /metrics alone; the APIs are served over HTTPS.\"}"
                    .getBytes(StandardCharsets.US_ASCII);

    @Override
    public NextAction handleRead(FilterChainContext context) {
        HttpContent content = context.getMessage();
        HttpRequestPacket request = (HttpRequestPacket) content.getHttpHeader();
        String path = request.getRequestURIRef().getOriginalRequestURIBC().toString(StandardCharsets.ISO_8859_1);
        boolean sound = RequestTarget.isSound(path) && HostHeader.isSound(request.getHeader(Header.Host));
        if (request.isSecure()) {
            return sound ? context.getInvokeAction() : refuse(context, request);
        }
        return sound && RequestTarget.isInternal(path) ? context.getInvokeAction() : notHere(context, request);
    }

    private static NextAction refuse(FilterChainContext context, HttpRequestPacket request) {
        request.setRequestURI(REFUSED);
        request.setHeader(Header.Host, "localhost");
        return context.getInvokeAction();
    }

    /** Answers and closes: a body that may follow is not read. */
    private static NextAction notHere(FilterChainContext context, HttpRequestPacket request) {
        HttpResponsePacket response = request.getResponse();
        HttpStatus.NOT_FOUND_404.setValues(response);
        response.setContentType("application/json");
        response.setContentLength(NOT_HERE.length);
        request.getProcessingState().setKeepAlive(false);
        Buffer body = Buffers.wrap(context.getMemoryManager(), NOT_HERE);
        context.write(HttpContent.builder(response).content(body).last(true).build());
        return context.getStopAction();
    }
}
