package io.fairlead.bootstrap.edge;

import java.nio.charset.StandardCharsets;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpPacket;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.HttpResponsePacket;
import org.glassfish.grizzly.http.util.Header;

/** Looks at each request's target and host before the container does, and at the words of one answer after it. It stands on the path of every request: it must stay cheap. */
final class EdgeFilter extends BaseFilter {

    /** Found by no resource, and refused by the REST layer as a path that no client should send: the empty segment sees to that. */
    private static final String REFUSED = "/refused//path";

    private static final int SWITCHING_PROTOCOLS = 101;

    @Override
    public NextAction handleRead(FilterChainContext context) {
        HttpContent content = context.getMessage();
        HttpRequestPacket request = (HttpRequestPacket) content.getHttpHeader();
        if (Doors.areClosed()) {
            return EdgeAnswer.STOPPING.to(request, context);
        }
        String path = request.getRequestURIRef().getOriginalRequestURIBC().toString(StandardCharsets.ISO_8859_1);
        boolean sound = RequestTarget.isSound(path) && HostHeader.isSound(request.getHeader(Header.Host));
        if (!request.isSecure() && !(sound && RequestTarget.isInternal(path))) {
            return EdgeAnswer.NOT_HERE.to(request, context);
        }
        if (!sound) {
            request.setRequestURI(REFUSED);
            request.setHeader(Header.Host, "localhost");
        }
        return context.getInvokeAction();
    }

    /**
     * The reason beside a 101, as RFC 6455 has it: the container has other words for it, and Java's AMQP client looks for these
     * (seen from qpid-proton-j-extensions 1.2.4).
     */
    @Override
    public NextAction handleWrite(FilterChainContext context) {
        Object message = context.getMessage();
        if (message instanceof HttpPacket packet
                && packet.getHttpHeader() instanceof HttpResponsePacket answer
                && answer.getStatus() == SWITCHING_PROTOCOLS
                && !answer.isCommitted()) {
            answer.setReasonPhrase("Switching Protocols");
        }
        return context.getInvokeAction();
    }
}
