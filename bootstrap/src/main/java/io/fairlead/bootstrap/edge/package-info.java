/**
 * What a request meets on both listeners before the container itself reads it: targets and hosts that the container would answer with nothing or with a page
 * of its own are turned into ones that the service refuses in its own words. Part of the launcher, not of the WAR; Grizzly and the JDK only.
 */
package io.fairlead.bootstrap.edge;
