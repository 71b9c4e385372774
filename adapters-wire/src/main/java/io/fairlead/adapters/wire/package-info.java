/**
 * The DPS vocabulary that every transport shares, in one package a topic: tokens, api-versions, error bodies,
 * enrollments, registrations. Touches the domain, the application's commands and problems and the JSON room; names no
 * transport.
 */
package io.fairlead.adapters.wire;
