/**
 * The door for operators (DPS service API). Touches {@code application.administration}, wire and the tokens of this
 * module. What DPS has and this service has not yet stands here as well, and says so.
 */
package io.fairlead.adapters.rest.service;
