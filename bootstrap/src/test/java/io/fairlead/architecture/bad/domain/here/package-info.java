/** Bad examples of the domain, one half of a circle. Touches whatever breaks a rule. */
package io.fairlead.architecture.bad.domain.here;
