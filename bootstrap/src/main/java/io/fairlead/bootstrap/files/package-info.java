/**
 * Files of the operator's that are read again when they change. Touches the JDK's files alone: it serves the launcher and
 * the WAR alike.
 */
package io.fairlead.bootstrap.files;
