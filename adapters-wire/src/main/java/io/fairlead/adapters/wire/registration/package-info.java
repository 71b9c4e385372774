/**
 * What devices send and receive: registration bodies, operations, registration records; the last also as operators see
 * them. Touches api-versions, the domain's
 * registrations, the commands of {@code application.provisioning} and the JSON room.
 */
package io.fairlead.adapters.wire.registration;
