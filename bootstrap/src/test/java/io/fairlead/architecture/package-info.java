/**
 * The rules of the house, as far as the poms cannot say them. Each has a bad example in {@code bad} that it must report,
 * because a rule that cannot fail is decoration.
 */
package io.fairlead.architecture;
