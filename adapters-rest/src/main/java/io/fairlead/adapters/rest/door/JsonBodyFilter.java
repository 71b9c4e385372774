package io.fairlead.adapters.rest.door;

import io.fairlead.adapters.rest.problem.Refusal;
import io.fairlead.adapters.wire.body.RequestBody;
import io.fairlead.adapters.wire.problem.ErrorCode;
import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * Reads the body, at most 96 KB of it however it is framed, and refuses what is not JSON in UTF-8, or a
 * certificate where one may be. A body where none
 * belongs is ignored (Node sends one with GET). Runs after the operator's token was checked.
 */
@Provider
@Priority(Priorities.ENTITY_CODER)
public class JsonBodyFilter implements ContainerRequestFilter {
    private static final String CONTENT_TYPE = "fairlead.contentType";
    private static final byte[] NOTHING = {};

    /** Where operators may send a certificate as the file that it is. */
    private static final String CERTIFICATES = "operator/v1/certificates/";

    private static final List<String> CERTIFICATE_TYPES =
            List.of("pkix-cert", "x-pem-file", "x-x509-ca-cert", "pem-certificate-chain", "octet-stream");

    /** Encodings that change nothing; documented samples name {@code utf-8} here. */
    private static final List<String> PLAIN = List.of("", "identity", "utf-8");

    @Override
    public void filter(ContainerRequestContext request) {
        byte[] body = hasBody(request.getMethod()) ? read(request) : NOTHING;
        if (body.length > 0 || (hasBody(request.getMethod()) && request.getLength() > 0)) {
            checkType((String) request.getProperty(CONTENT_TYPE), mayBeCertificate(request));
            checkEncoding(request.getHeaderString(HttpHeaders.CONTENT_ENCODING));
        }
        request.setEntityStream(new ByteArrayInputStream(body));
    }

    /** Takes the header away from the runtime, which answers a malformed one by itself. */
    static void keepContentType(ContainerRequestContext request) {
        request.setProperty(CONTENT_TYPE, request.getHeaderString(HttpHeaders.CONTENT_TYPE));
        request.getHeaders().remove(HttpHeaders.CONTENT_TYPE);
    }

    private static boolean hasBody(String method) {
        return method.equals(HttpMethod.PUT) || method.equals(HttpMethod.POST);
    }

    private static byte[] read(ContainerRequestContext request) {
        if (request.getLength() > RequestBody.MAX_BYTES) throw tooLarge();
        byte[] body = readBounded(request);
        if (body.length > RequestBody.MAX_BYTES) throw tooLarge();
        return body;
    }

    private static byte[] readBounded(ContainerRequestContext request) {
        try {
            return request.getEntityStream().readNBytes(RequestBody.MAX_BYTES + 1);
        } catch (IOException e) {
            throw new Refusal(ErrorCode.INVALID, "the body ended before all of it had come").asException();
        }
    }

    private static boolean mayBeCertificate(ContainerRequestContext request) {
        return request.getUriInfo().getPath().startsWith(CERTIFICATES);
    }

    private static void checkType(String contentType, boolean mayBeCertificate) {
        if (contentType == null) return;
        MediaType type = parsed(contentType);
        if (mayBeCertificate && CERTIFICATE_TYPES.contains(type.getSubtype().toLowerCase(Locale.ROOT))) return;
        String charset = type.getParameters().getOrDefault(MediaType.CHARSET_PARAMETER, "utf-8");
        boolean json = type.getType().equalsIgnoreCase("application")
                && type.getSubtype().equalsIgnoreCase("json");
        if (!json || !charset.equalsIgnoreCase("utf-8")) throw unsupported();
    }

    private static MediaType parsed(String contentType) {
        try {
            return MediaType.valueOf(contentType);
        } catch (IllegalArgumentException e) {
            throw unsupported();
        }
    }

    private static void checkEncoding(String encoding) {
        if (encoding != null && !PLAIN.contains(encoding.strip().toLowerCase(Locale.ROOT))) throw unsupported();
    }

    private static RuntimeException unsupported() {
        return new Refusal(
                        ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                        "send the body as it is, with Content-Type: application/json; charset=utf-8")
                .asException();
    }

    private static RuntimeException tooLarge() {
        return new Refusal(
                        ErrorCode.TOO_LARGE, "the body is larger than " + RequestBody.MAX_BYTES + " bytes; send less")
                .asException();
    }
}
