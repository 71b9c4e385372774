package io.fairlead.adapters.rest.auth;

import io.fairlead.domain.operating.AccessRight;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The right that the policy of an operator's token must have for this method of an {@link OperatorOnly} resource. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Needs {
    AccessRight value();
}
