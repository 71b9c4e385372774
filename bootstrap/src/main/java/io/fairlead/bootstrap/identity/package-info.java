/**
 * What makes one service itself and must survive a restart: its id scope and its owner key, kept in files that only their owner can read.
 * JDK and settings only; used by the launcher and by the WAR alike.
 */
package io.fairlead.bootstrap.identity;
