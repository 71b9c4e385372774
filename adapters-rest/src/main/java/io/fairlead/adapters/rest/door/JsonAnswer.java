package io.fairlead.adapters.rest.door;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** A response that carries JSON text. */
public final class JsonAnswer {
    private static final MediaType JSON = MediaType.APPLICATION_JSON_TYPE.withCharset("utf-8");

    private JsonAnswer() {}

    /** 200. */
    public static Response.ResponseBuilder ok(byte[] json) {
        return of(Response.Status.OK, json);
    }

    /** Any status. */
    public static Response.ResponseBuilder of(Response.Status status, byte[] json) {
        return Response.status(status).entity(json).type(JSON);
    }
}
