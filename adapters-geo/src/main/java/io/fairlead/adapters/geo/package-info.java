/**
 * Tells where network addresses are by files that an operator brings: a table of networks and regions, and a database in
 * MaxMind's format. Touches ports, domain, and MaxMind's reader.
 */
package io.fairlead.adapters.geo;
