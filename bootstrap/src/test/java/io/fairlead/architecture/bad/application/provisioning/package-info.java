/** Bad examples of the application. Touches whatever breaks a rule. */
package io.fairlead.architecture.bad.application.provisioning;
