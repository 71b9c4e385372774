/**
 * Who is calling: a device's proof is taken from the request and judged by the application, an operator's token is
 * judged here. Touches wire, the domain's proofs and the refusals of this module.
 */
package io.fairlead.adapters.rest.auth;
