/**
 * Enrollment entries as JSON, both kinds, both ways, as each api-version knows them. Touches the domain's enrollments,
 * the drafts of {@code application.administration} and the JSON room.
 */
package io.fairlead.adapters.wire.enrollment;
