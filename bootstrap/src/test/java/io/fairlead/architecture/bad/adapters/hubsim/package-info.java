/** Bad examples of an adapter of hubs. Touches whatever breaks a rule. */
package io.fairlead.architecture.bad.adapters.hubsim;
