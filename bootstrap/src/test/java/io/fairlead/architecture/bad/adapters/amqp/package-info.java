/** Bad examples of a driving adapter. Touches whatever breaks a rule. */
package io.fairlead.architecture.bad.adapters.amqp;
