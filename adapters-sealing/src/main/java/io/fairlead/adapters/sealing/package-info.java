/**
 * Secrets as they are stored: encrypted with a key that is not in the database, each bound to its place. A leaf: touches
 * the JDK's cryptography alone.
 */
package io.fairlead.adapters.sealing;
