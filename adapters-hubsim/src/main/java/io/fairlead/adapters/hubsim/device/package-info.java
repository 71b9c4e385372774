/**
 * What a simulated hub holds of a device and what it lets in, as values and rules without a database. Touches domain and
 * application.port.
 */
package io.fairlead.adapters.hubsim.device;
