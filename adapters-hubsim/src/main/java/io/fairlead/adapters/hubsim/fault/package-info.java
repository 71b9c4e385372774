/**
 * The fault script: what shall go wrong on simulated hubs, read from a watched file. Touches domain, application.port, a
 * logging facade and one file.
 */
package io.fairlead.adapters.hubsim.fault;
