/** The sequences of provisioning behind ports. Touches the domain and the JDK. */
package io.fairlead.application;
