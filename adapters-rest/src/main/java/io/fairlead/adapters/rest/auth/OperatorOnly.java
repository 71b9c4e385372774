package io.fairlead.adapters.rest.auth;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A resource for operators: {@link OperatorDoor} puts an {@link OperatorFilter} before each of its methods, for the right
 * that the method {@link Needs}, or for {@code ServiceConfig} where it does not say.
 */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface OperatorOnly {}
