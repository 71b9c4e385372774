/** Time as limits need it: it passes, and never goes back. Touches nothing but the clock that it is given. */
package io.fairlead.application.timing;
