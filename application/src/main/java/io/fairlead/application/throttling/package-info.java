/**
 * Limits on requests: buckets that refill continuously, and the device's door behind them. Touches the domain's quotas,
 * {@code application.provisioning} and {@code application.problem}; no database.
 */
package io.fairlead.application.throttling;
