/**
 * HTTP in, over JAX-RS: a package for each thing a request passes, and one for each audience. Touches wire and the
 * application's driving doors; bytes go in and come out, so that no provider of the container has a say in them.
 */
package io.fairlead.adapters.rest;
