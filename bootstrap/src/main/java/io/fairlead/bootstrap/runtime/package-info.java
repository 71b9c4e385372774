/**
 * The life of the service inside the container: what starts and stops in which order, what health says meanwhile, and who is let in by which door.
 * May touch the container's APIs, settings, and what wiring hands over.
 */
package io.fairlead.bootstrap.runtime;
