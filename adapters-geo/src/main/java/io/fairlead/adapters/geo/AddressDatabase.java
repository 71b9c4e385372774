package io.fairlead.adapters.geo;

import com.maxmind.db.CHMCache;
import com.maxmind.db.Reader;
import io.fairlead.domain.allocation.Coordinates;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A database of addresses in MaxMind's format that an operator brings: GeoLite2 City, GeoIP2, DB-IP and the like, each of
 * which has {@code location.latitude} and {@code location.longitude}. Thread-safe.
 */
final class AddressDatabase {
    private static final Logger LOG = LoggerFactory.getLogger(AddressDatabase.class);

    private final Reader reader;

    private AddressDatabase(Reader reader) {
        this.reader = reader;
    }

    /**
     * Opens a database; it is read into memory, so that the file may be replaced.
     *
     * @throws UnusableFile when it is none
     */
    static AddressDatabase open(Path file) {
        try {
            return new AddressDatabase(new Reader(file.toFile(), Reader.FileMode.MEMORY, new CHMCache()));
        } catch (IOException | RuntimeException e) {
            throw new UnusableFile(file, "it is no database in MaxMind's format: " + e.getMessage(), e);
        }
    }

    /** Where it says that the address is; a broken entry counts as none, because a device cannot help it. */
    Optional<Coordinates> of(InetAddress address) {
        try {
            return Optional.ofNullable(reader.get(address, Map.class)).flatMap(AddressDatabase::location);
        } catch (IOException | RuntimeException e) {
            LOG.warn("The database of addresses cannot answer: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private static Optional<Coordinates> location(Map<?, ?> entry) {
        return entry.get("location") instanceof Map<?, ?> location
                        && location.get("latitude") instanceof Number latitude
                        && location.get("longitude") instanceof Number longitude
                ? Optional.of(new Coordinates(latitude.doubleValue(), longitude.doubleValue()))
                : Optional.empty();
    }
}
