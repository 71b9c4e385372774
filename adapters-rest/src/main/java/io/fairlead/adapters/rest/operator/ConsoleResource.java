package io.fairlead.adapters.rest.operator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * The page on which the operator API can be tried. It holds no secret and is shown to everybody; what it sends is signed in
 * the browser with the key that its user pastes. A browser that obeys the policy lets it load and call nothing but this
 * service, and lets nobody frame it.
 */
@Path("/operator/console")
@ApplicationScoped
public class ConsoleResource {
    private static final String PAGE = "index.html";
    private static final Map<String, String> FILES = Map.of(
            PAGE,
            "text/html;charset=utf-8",
            "console.css",
            "text/css;charset=utf-8",
            "console.js",
            "text/javascript;charset=utf-8");
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
            + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** The page. */
    @GET
    public Response page() {
        return file(PAGE);
    }

    /** What belongs to it. */
    @GET
    @Path("{file}")
    public Response file(@PathParam("file") String file) {
        String type = FILES.get(file);
        if (type == null) {
            throw new NotFoundException();
        }
        return Response.ok(content(file))
                .type(type)
                .header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .build();
    }

    private static byte[] content(String file) {
        try (InputStream content =
                ConsoleResource.class.getResourceAsStream("/io/fairlead/adapters/rest/console/" + file)) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
