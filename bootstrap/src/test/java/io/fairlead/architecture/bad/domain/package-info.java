/** Bad examples of the domain. Touches whatever breaks a rule. */
package io.fairlead.architecture.bad.domain;
