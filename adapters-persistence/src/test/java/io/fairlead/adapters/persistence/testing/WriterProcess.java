package io.fairlead.adapters.persistence.testing;

import io.fairlead.adapters.persistence.JdbiUnitOfWork;
import io.fairlead.adapters.persistence.database.Database;
import io.fairlead.adapters.persistence.database.DatabaseSettings;
import io.fairlead.adapters.persistence.schema.SchemaMigration;
import io.fairlead.application.port.Stores;
import io.fairlead.application.port.UnitOfWork;
import io.fairlead.domain.fixture.SomeOperations;
import io.fairlead.domain.fixture.SomeRegistrations;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** A process that writes to the embedded database, and says each number on its output once its commit has returned. */
public final class WriterProcess implements AutoCloseable {
    private static final int WRITERS = 4;

    private final Process process;

    private WriterProcess(Process process) {
        this.process = process;
    }

    /** Begins with this number; each is written in a registration and an operation. */
    public static WriterProcess start(Path directory, int first) {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        try {
            return new WriterProcess(new ProcessBuilder(
                            ProcessHandle.current().info().command().orElse("java"),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            classPath,
                            WriterProcess.class.getName(),
                            directory.toString(),
                            Integer.toString(first))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The numbers that it says, until it dies. */
    public Stream<Integer> acknowledged() {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII))
                .lines()
                .filter(line -> line.endsWith("."))
                .map(line -> Integer.valueOf(line.substring(0, line.length() - 1)));
    }

    /** {@code kill -9}. What it said before can still be read. */
    public void kill() {
        process.toHandle().destroyForcibly();
    }

    @Override
    public void close() {
        kill();
        process.onExit().join();
    }

    /** The writers: they never end by themselves. */
    public static void main(String[] arguments) {
        Database database = Database.open(DatabaseSettings.embedded(Path.of(arguments[0])));
        SchemaMigration.run(database);
        UnitOfWork work = new JdbiUnitOfWork(database, SomeSealing.USUAL, new Random(1), time -> Thread.yield());
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        int first = Integer.parseInt(arguments[1]);
        for (int writer = 0; writer < WRITERS; writer++) {
            int begin = first + writer;
            writers.execute(() -> writeForEver(work, begin));
        }
    }

    private static void writeForEver(UnitOfWork work, int begin) {
        for (int number = begin; ; number += WRITERS) {
            String name = "device-" + number;
            work.write(stores -> write(stores, name));
            System.out.println(number + ".");
        }
    }

    private static boolean write(Stores stores, String name) {
        stores.operations().insert(SomeOperations.someOperation(name), "node-1", Duration.ofSeconds(30));
        return stores.registrations().insert(SomeRegistrations.someRegistration(name));
    }
}
