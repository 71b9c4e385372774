/** Bad examples of the domain, the other half of a circle. Touches whatever breaks a rule. */
package io.fairlead.architecture.bad.domain.there;
