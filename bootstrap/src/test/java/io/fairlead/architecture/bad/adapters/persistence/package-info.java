/** Bad examples of a driven adapter. Touches whatever breaks a rule. */
package io.fairlead.architecture.bad.adapters.persistence;
