/**
 * Private copies of the server folder with a class of ours in front of the service's: bugs that a campaign is to catch,
 * and resources that measure what any answer costs. May touch the sources of this build and the compiler; never the
 * folder that the build made.
 */
package io.fairlead.benchmarks.patched;
