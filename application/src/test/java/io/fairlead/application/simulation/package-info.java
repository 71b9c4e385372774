/**
 * Device lifetimes played at random in small worlds over the fakes, each repeatable from its seed, and judged by the
 * invariants of a move. Touches the application's doors, its fakes and the domain.
 */
package io.fairlead.application.simulation;
