package io.fairlead.adapters.hubsim.table;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** A database in front of a real one, of which one method fails when it is told to, before or after its effect. */
final class FailingDatabase {
    private final AtomicReference<Failure> next = new AtomicReference<>();
    private final DataSource real;

    FailingDatabase(DataSource real) {
        this.real = real;
    }

    DataSource dataSource() {
        return wrapped(DataSource.class, real);
    }

    /** Fails the next call of the method of {@link DataSource} or {@link Connection} by this name, once. */
    void fail(String method, boolean afterEffect, Supplier<SQLException> failure) {
        next.set(new Failure(method, afterEffect, failure));
    }

    private <T> T wrapped(Class<T> type, T target) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            Failure failure = next.get();
            boolean due =
                    failure != null && failure.method.equals(method.getName()) && next.compareAndSet(failure, null);
            if (due && !failure.afterEffect) {
                throw failure.what.get();
            }
            Object result = invoke(() -> method.invoke(target, arguments));
            if (due) {
                throw failure.what.get();
            }
            return result instanceof Connection connection ? wrapped(Connection.class, connection) : result;
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object invoke(Call call) throws Throwable {
        try {
            return call.run();
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private record Failure(String method, boolean afterEffect, Supplier<SQLException> what) {}

    @FunctionalInterface
    private interface Call {
        Object run() throws ReflectiveOperationException;
    }
}
