package io.fairlead.domain.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoordinatesTest {
    /** Distances between cities as published, which are on an ellipsoid: hence half a percent. */
    @ParameterizedTest(name = "{0}, {1} to {2}, {3}")
    @CsvSource({
        "52.3676, 4.9041, 53.3498, -6.2603, 758",
        "52.3676, 4.9041, 37.3719, -79.8164, 6464",
        "1.3521, 103.8198, -33.8688, 151.2093, 6306",
        "0, 179.5, 0, -179.5, 111.3",
        "90, 0, -90, 0, 20015"
    })
    void kilometresToShouldBeTheWayAlongTheSurface(
            double north, double east, double otherNorth, double otherEast, double km) {
        Coordinates here = new Coordinates(north, east);
        Coordinates there = new Coordinates(otherNorth, otherEast);
        assertThat(here.kilometresTo(there)).isCloseTo(km, within(km * 0.006));
        assertThat(there.kilometresTo(here)).isCloseTo(here.kilometresTo(there), within(1e-9));
    }

    @Test
    void kilometresToShouldBeNothingAtTheSamePoint() {
        Coordinates here = new Coordinates(-33.8688, 151.2093);
        assertThat(here.kilometresTo(here)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"90.1, 0", "-90.1, 0", "0, 180.1", "0, -180.1", "NaN, 0", "0, NaN", "Infinity, 0"})
    void pointShouldLieOnTheEarth(double north, double east) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Coordinates(north, east));
    }
}
