/**
 * What is known of a device when something has to be decided about it, assembled the same way for a request and for its
 * processing. Touches domain and settings.
 */
package io.fairlead.application.deciding;
