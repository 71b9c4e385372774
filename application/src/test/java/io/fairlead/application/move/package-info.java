/**
 * What a move must do, over any two hubs, whatever goes wrong at whatever moment. Touches the application's doors, its
 * fakes, the hub contract's users and the domain's fixtures.
 */
package io.fairlead.application.move;
