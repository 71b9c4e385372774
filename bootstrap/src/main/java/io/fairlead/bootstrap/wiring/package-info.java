/**
 * Construction: each room's objects are made here by calling one constructor, and handed to the container as interfaces.
 * The only package that may name every other room, the clock, and randomness.
 */
package io.fairlead.bootstrap.wiring;
