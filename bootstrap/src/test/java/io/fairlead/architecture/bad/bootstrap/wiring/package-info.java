/** Bad examples of the wiring, for others to know too well. Touches whatever breaks a rule. */
package io.fairlead.architecture.bad.bootstrap.wiring;
