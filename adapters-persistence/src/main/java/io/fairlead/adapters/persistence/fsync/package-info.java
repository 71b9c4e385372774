/**
 * The file system that makes embedded H2 durable: each write is forced to the disk. Touches H2's file system interface
 * and nothing else.
 */
package io.fairlead.adapters.persistence.fsync;
