package io.fairlead.adapters.rest.openapi;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the published descriptions are: in the folder that the system property {@code fairlead.contract} names, or else in
 * one called {@code contract} beside the checkout or within one of its neighbours. A test that finds none is skipped and
 * says so.
 */
final class ContractFolder {
    static final String SERVICE = "service-2021-10-01.swagger.json";
    static final String DEVICE = "device-2021-10-01.swagger.json";

    private static final String PROPERTY = "fairlead.contract";
    private static final String NAME = "contract";

    private ContractFolder() {}

    /** The text of one description; skips the test when there is none. */
    static String read(String file) {
        Optional<Path> found = find(file);
        assumeTrue(
                found.isPresent(),
                () -> "SKIPPED: " + file + " was not found; put the OpenAPI files that Azure publishes into a folder '"
                        + NAME + "' beside the checkout, or name their folder with -D" + PROPERTY);
        try {
            return Files.readString(found.orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> find(String file) {
        String named = System.getProperty(PROPERTY);
        return named == null
                ? beside(checkout(), file)
                : Optional.of(Path.of(named, file)).filter(Files::isRegularFile);
    }

    private static Optional<Path> beside(Path checkout, String file) {
        try (Stream<Path> neighbours = Files.list(checkout.getParent())) {
            return Stream.concat(Stream.of(checkout.getParent()), neighbours.sorted())
                    .map(folder -> folder.resolve(NAME).resolve(file))
                    .filter(Files::isRegularFile)
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The outermost folder above the module that is being tested which still has a POM. */
    private static Path checkout() {
        Path folder = Path.of("").toAbsolutePath();
        while (Files.exists(folder.resolveSibling("pom.xml"))) folder = folder.getParent();
        return folder;
    }
}
