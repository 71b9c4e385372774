/**
 * How fast hubs are asked: a bucket of tokens for each, a queue before it, and what the hub itself has asked for. In the
 * memory of one node. Touches the hub port and domain ids.
 */
package io.fairlead.application.pacing;
