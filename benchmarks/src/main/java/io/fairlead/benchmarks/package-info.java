/**
 * Programs that try the built server: one kills it, one loads it. They start it as an operator would and speak to it as
 * clients do; the databases under it they may read and, as hubs' users, write.
 */
package io.fairlead.benchmarks;
