package io.fairlead.bootstrap.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Application;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;

/**
 * What an answer costs on this server before the service does anything: not a part of it, but compiled into a private copy
 * for the load program. Stands in this package to reach the service's own pool of connections.
 */
@Path("/")
@ApplicationScoped
public class FloorResource {
    private static final byte[] HELLO = "{\"message\":\"hello\"}".getBytes(StandardCharsets.UTF_8);

    private final DatabasePart database;

    @Inject
    FloorResource(DatabasePart database) {
        this.database = database;
    }

    protected FloorResource() {
        this(null);
    }

    @GET
    @Path("hello")
    public byte[] hello() {
        return HELLO;
    }

    /** One read by primary key, in the hand-written way. */
    @GET
    @Path("read/{id}")
    public byte[] read(@PathParam("id") String id) throws SQLException {
        try (Connection connection = database.database().dataSource().getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("select entry from fairlead.enrollments where id = ?")) {
            statement.setString(1, id);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new NotFoundException();
                }
                return row.getString(1).getBytes(StandardCharsets.UTF_8);
            }
        }
    }

    /** An application of its own, so that none of the service's filters takes part. */
    @ApplicationPath("/floor")
    public static class FloorApplication extends Application {
        @Override
        public Set<Class<?>> getClasses() {
            return Set.of(FloorResource.class);
        }
    }
}
