package io.fairlead.domain.allocation;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * The kinds of evidence of how far a hub is from a device, the best first. Each is a cost in a unit of its own; what is
 * not known is infinite, never nothing.
 */
enum Evidence {
    /** Milliseconds, measured by the device. */
    ROUND_TRIPS("round-trip times sent by the device", "ms") {
        @Override
        double cost(RequestOrigin origin, LinkedHub hub) {
            return Optional.ofNullable(origin.roundTrips().get(hub.name()))
                    .map(Evidence::millis)
                    .orElse(Double.POSITIVE_INFINITY);
        }
    },
    /** Kilometres, from where the device says it is. */
    POSITION("coordinates sent by the device", "km") {
        @Override
        double cost(RequestOrigin origin, LinkedHub hub) {
            return kilometres(origin.position(), hub);
        }
    },
    /** The place of the hub's region in the list for the address, counted from 1. */
    ADDRESS_TABLE("the table of addresses", "in its list") {
        @Override
        double cost(RequestOrigin origin, LinkedHub hub) {
            int index = hub.place().region().map(origin.regions()::indexOf).orElse(-1);
            return index < 0 ? Double.POSITIVE_INFINITY : index + 1;
        }
    },
    /** Kilometres, from where the database says the address is. */
    ADDRESS_DATABASE("the database of addresses", "km") {
        @Override
        double cost(RequestOrigin origin, LinkedHub hub) {
            return kilometres(origin.addressPosition(), hub);
        }
    };

    private final String words;
    private final String unit;

    Evidence(String words, String unit) {
        this.words = words;
        this.unit = unit;
    }

    /** How far the hub is by this evidence; positive infinity when that is not known. */
    abstract double cost(RequestOrigin origin, LinkedHub hub);

    /** What it is, for the audit log. */
    String words() {
        return words;
    }

    /** A cost of it, for the audit log. */
    String words(double cost) {
        return Double.isInfinite(cost) ? "not known" : String.format(Locale.ROOT, "%.1f %s", cost, unit);
    }

    private static double millis(Duration time) {
        return time.toNanos() / 1e6;
    }

    private static double kilometres(Optional<Coordinates> from, LinkedHub hub) {
        return from.flatMap(device -> hub.place().coordinates().map(device::kilometresTo))
                .orElse(Double.POSITIVE_INFINITY);
    }
}
