/** Disks for tests of the file system: they note what is forced, and lose what is not. Touches H2's file system. */
package io.fairlead.adapters.persistence.fsync;
