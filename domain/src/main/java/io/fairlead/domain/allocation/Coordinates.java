package io.fairlead.domain.allocation;

/**
 * A point on the earth (WGS 84), in degrees.
 *
 * @param latitude -90 to 90, north is positive
 * @param longitude -180 to 180, east is positive
 */
public record Coordinates(double latitude, double longitude) {
    private static final double EARTH_RADIUS_KM = 6371.0088;

    public Coordinates {
        // Written so that NaN, which compares as false, is refused too.
        if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180)) {
            throw new IllegalArgumentException(
                    "latitude must be -90 to 90 and longitude -180 to 180, not " + latitude + ", " + longitude);
        }
    }

    /**
     * The way to another point in kilometres along the surface, by the haversine formula on a sphere: at most 0.6 % off,
     * and the same on every machine.
     */
    public double kilometresTo(Coordinates other) {
        double across = halfSine(other.latitude - latitude);
        double along = halfSine(other.longitude - longitude);
        double chord = across
                + StrictMath.cos(StrictMath.toRadians(latitude))
                        * StrictMath.cos(StrictMath.toRadians(other.latitude))
                        * along;
        return 2 * EARTH_RADIUS_KM * StrictMath.asin(StrictMath.sqrt(Math.min(1, chord)));
    }

    private static double halfSine(double degrees) {
        double sine = StrictMath.sin(StrictMath.toRadians(degrees) / 2);
        return sine * sine;
    }
}
