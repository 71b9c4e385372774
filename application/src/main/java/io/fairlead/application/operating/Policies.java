package io.fairlead.application.operating;

import io.fairlead.application.administration.Precondition;
import io.fairlead.domain.operating.AccessPolicy;
import java.util.List;

/**
 * The access policies, as operators change them. Refusals are problems of kind {@code INVALID}, {@code NOT_FOUND},
 * {@code CONFLICT} and {@code PRECONDITION_FAILED}. A change holds on this node at once, on others within seconds.
 */
public interface Policies {
    /** All of them by name. */
    List<AccessPolicy> all();

    AccessPolicy get(String name);

    /** Creates or replaces; the keys stay where the draft names none, and are made for a new policy. */
    AccessPolicy put(String name, PolicyDraft draft, Precondition precondition, Operator by);

    /** Removes; tokens signed with its keys are worth nothing from then on. Never the owner policy. */
    void delete(String name, Precondition precondition, Operator by);

    /** The policy to show its keys, which is audited. */
    AccessPolicy keys(String name, Operator by);

    /** Makes one key anew; the other goes on working. */
    AccessPolicy regenerate(String name, KeySlot slot, Precondition precondition, Operator by);

    /** Lets primary and secondary key change places. */
    AccessPolicy swap(String name, Precondition precondition, Operator by);

    /** Which of a policy's two keys. */
    enum KeySlot {
        PRIMARY,
        SECONDARY
    }
}
