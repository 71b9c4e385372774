/**
 * One accepted request: its id, request, progress through a saga, and what is owed to hubs after it. Transitions return
 * a new value. Touches identity, device, registration and reprovisioning.
 */
package io.fairlead.domain.operation;
