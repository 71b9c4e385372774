/**
 * What every request passes before it reaches a resource: its path in one spelling, its body bounded and JSON. Touches
 * wire and the refusals of this module.
 */
package io.fairlead.adapters.rest.door;
