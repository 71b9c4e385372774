package io.fairlead.adapters.persistence.database;

/** JDBC URLs as they may be shown to people. */
final class JdbcUrl {
    private JdbcUrl() {}

    /** The URL up to its parameters, which may hold a password. */
    static String shown(String url) {
        return url.split("[?;]", 2)[0];
    }
}
