package io.fairlead.bootstrap.runtime;

/**
 * The threads of the service, apart by purpose so that neither holds up the other.
 *
 * @param operations work on accepted registrations
 * @param looks short looks at hubs on behalf of a request that waits
 * @param webhooks calls of operators' programs, each while an operation waits
 * @param requests what devices ask over connections that no thread waits at
 */
public record ServiceThreads(Workers operations, Workers looks, Workers webhooks, Workers requests) {}
