package io.fairlead.adapters.persistence.database;

import com.zaxxer.hikari.HikariConfig;

/** How the pool of connections is set up. */
final class ConnectionPool {
    /** Longer than any commit takes, shorter than a device's patience. */
    private static final long WAIT_FOR_CONNECTION_MILLIS = 5_000;

    private ConnectionPool() {}

    static HikariConfig config(DatabaseKind kind, String url, DatabaseSettings settings) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("fairlead-" + kind.label());
        config.setDriverClassName(kind.driver());
        config.setJdbcUrl(url);
        config.setUsername(settings.user());
        config.setPassword(settings.password());
        config.setMaximumPoolSize(settings.connections());
        config.setConnectionTimeout(WAIT_FOR_CONNECTION_MILLIS);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        if (kind == DatabaseKind.H2) embedded(config);
        else server(config);
        return config;
    }

    private static void embedded(HikariConfig config) {
        // Nothing between here and the database can go stale, and the last connection to close would close the
        // database.
        config.setMaxLifetime(0);
    }

    private static void server(HikariConfig config) {
        config.addDataSourceProperty("ApplicationName", "fairlead");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("connectTimeout", "5");
        // A server that has vanished without a word holds no thread for ever.
        config.addDataSourceProperty("socketTimeout", "30");
        config.setConnectionInitSql(DatabaseKind.POSTGRESQL_SESSION);
    }
}
