/**
 * The door for devices (DPS device API). Touches {@code application.provisioning}, wire and the proofs of this module.
 */
package io.fairlead.adapters.rest.device;
