/** Bad examples of the ports. Touches whatever breaks a rule. */
package io.fairlead.architecture.bad.application.port;
