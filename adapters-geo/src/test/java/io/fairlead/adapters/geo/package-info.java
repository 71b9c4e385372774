/** Tests of the files that tell where addresses are, and a writer of small databases. Touches the contract kit. */
package io.fairlead.adapters.geo;
