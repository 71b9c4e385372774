/** Tests of sealed texts and of the keys that seal them. */
package io.fairlead.adapters.sealing;
