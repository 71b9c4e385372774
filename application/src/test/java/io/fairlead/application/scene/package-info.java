/**
 * One device's small world over the fakes, for tests that tell a sequence. Touches the application's doors, its fakes and
 * the domain's fixtures.
 */
package io.fairlead.application.scene;
