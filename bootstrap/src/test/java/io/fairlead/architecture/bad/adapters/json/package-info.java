/** Bad examples of the JSON room. Touches whatever breaks a rule. */
package io.fairlead.architecture.bad.adapters.json;
