package io.fairlead.transport.limit;

/**
 * How much one listener bears.
 *
 * @param total the most connections at once
 * @param perNeighbour the most of them from one neighbour; many devices may share an address
 * @param perMinute new connections of one neighbour in a minute; as many may come at once after a quiet minute
 */
public record ConnectionLimits(int total, int perNeighbour, int perMinute) {
    public ConnectionLimits {
        if (total < 1 || perNeighbour < 1 || perMinute < 1) {
            throw new IllegalArgumentException("a limit below 1 would let nobody in");
        }
    }
}
