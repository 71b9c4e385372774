/**
 * What devices send and receive: registration bodies, operations, registration records. Touches the domain's
 * registrations, the commands of {@code application.provisioning} and the JSON room.
 */
package io.fairlead.adapters.wire.registration;
