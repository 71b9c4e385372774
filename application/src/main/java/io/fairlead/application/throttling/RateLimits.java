package io.fairlead.application.throttling;

import io.fairlead.domain.operating.Quotas;
import java.time.Clock;
import java.util.function.Supplier;

/**
 * The limits that all callers share.
 *
 * @param registrations registrations and status lookups of devices
 * @param operations calls of the service API
 */
public record RateLimits(RateLimit registrations, RateLimit operations) {
    /** The limits of these quotas, which may change. */
    public static RateLimits of(Supplier<Quotas> quotas, Clock clock) {
        return new RateLimits(
                new RateLimit(
                        "too many registrations for this service's quota",
                        () -> quotas.get().registrationsPerMinute(),
                        clock),
                new RateLimit(
                        "too many operations for this service's quota",
                        () -> quotas.get().operationsPerMinute(),
                        clock));
    }
}
