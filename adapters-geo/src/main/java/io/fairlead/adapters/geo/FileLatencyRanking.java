package io.fairlead.adapters.geo;

import io.fairlead.application.port.LatencyRanking;
import io.fairlead.domain.allocation.AddressEvidence;
import java.nio.file.Path;
import java.util.Optional;

/** What addresses tell by the files that an operator named; both are read once. */
public final class FileLatencyRanking implements LatencyRanking {
    private final RegionTable table;
    private final Optional<AddressDatabase> database;

    /**
     * Reads the files.
     *
     * @throws UnusableFile when one cannot be used
     */
    public FileLatencyRanking(Optional<Path> table, Optional<Path> database) {
        this.table = table.map(RegionTable::read).orElseGet(RegionTable::empty);
        this.database = database.map(AddressDatabase::open);
    }

    @Override
    public AddressEvidence of(String address) {
        return NumericAddress.of(address)
                .map(found -> new AddressEvidence(table.of(found), database.flatMap(known -> known.of(found))))
                .orElse(AddressEvidence.NONE);
    }
}
