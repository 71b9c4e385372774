/** Bad examples of the wire. Touches whatever breaks a rule. */
package io.fairlead.architecture.bad.adapters.wire;
