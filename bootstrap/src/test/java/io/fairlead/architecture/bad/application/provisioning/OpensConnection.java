package io.fairlead.architecture.bad.application.provisioning;

import java.sql.Connection;
import java.sql.SQLException;

/** Breaks rule 3: the application reaches outside through ports. */
public final class OpensConnection {
    void open(Connection connection) throws SQLException {
        connection.close();
    }
}
