package io.fairlead.application.operating;

import static io.fairlead.application.operating.SomeOperating.ALICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.application.administration.Precondition;
import io.fairlead.application.problem.Problem.Kind;
import io.fairlead.application.problem.ProvisioningException;
import io.fairlead.domain.attestation.SymmetricKey;
import io.fairlead.domain.attestation.SymmetricKeys;
import io.fairlead.domain.fixture.SomeKeys;
import io.fairlead.domain.identity.ETag;
import io.fairlead.domain.operating.AccessPolicy;
import io.fairlead.domain.operating.AccessRight;
import io.fairlead.domain.operation.AuditEntry;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PolicyServiceTest {
    private final SomeOperating scene = new SomeOperating();
    private final Policies policies = new PolicyService(scene.work, scene.ids, scene.clock, scene.book::refresh);

    @BeforeEach
    void seed() {
        new Seeding(scene.work, scene.ids, scene.clock).owner(SomeKeys.key("owner"), false);
    }

    @Test
    void putShouldMakeKeysForANewPolicyThatThisNodeKnowsAtOnce() {
        AccessPolicy made = policies.put("Reader", reading(), Precondition.NONE, ALICE);

        assertThat(made.keys().primary()).isNotEqualTo(made.keys().secondary());
        assertThat(scene.book.policies()).contains(made);
        assertThat(policies.get("READER")).isEqualTo(made);
        assertThat(scene.audit())
                .filteredOn(entry -> entry.actor().equals(Optional.of("alice")))
                .extracting(AuditEntry::decision)
                .containsExactly("POLICY_CREATED");
    }

    @Test
    void putShouldKeepKeysThatAreNotGiven() {
        AccessPolicy before = policies.put("reader", reading(), Precondition.NONE, ALICE);
        SymmetricKey mine = SomeKeys.key("mine");

        AccessPolicy after = policies.put(
                "READER",
                new PolicyDraft(Set.of(AccessRight.ENROLLMENT_WRITE), Optional.empty(), Optional.of(mine)),
                Precondition.version(before.stamp().etag()),
                ALICE);

        assertThat(after.keys()).isEqualTo(new SymmetricKeys(before.keys().primary(), mine));
        assertThat(after.name()).isEqualTo("reader");
        assertThat(after.rights()).containsExactly(AccessRight.ENROLLMENT_WRITE);
    }

    @Test
    void putShouldBeRefusedWhenTheVersionIsAnother() {
        policies.put("reader", reading(), Precondition.NONE, ALICE);
        refuses(
                Kind.PRECONDITION_FAILED,
                () -> policies.put("reader", reading(), Precondition.version(new ETag("other")), ALICE));
        refuses(Kind.PRECONDITION_FAILED, () -> policies.put("nobody", reading(), Precondition.ANY_VERSION, ALICE));
    }

    @Test
    void ownerShouldKeepAllRightsAndStay() {
        refuses(Kind.CONFLICT, () -> policies.put(AccessPolicy.OWNER, reading(), Precondition.NONE, ALICE));
        refuses(Kind.CONFLICT, () -> policies.delete("PROVISIONINGSERVICEOWNER", Precondition.NONE, ALICE));
        assertThat(policies.all()).hasSize(1);
    }

    @Test
    void deleteShouldRemoveThePolicyAndTellTheLog() {
        policies.put("reader", reading(), Precondition.NONE, ALICE);
        policies.delete("reader", Precondition.NONE, ALICE);

        refuses(Kind.NOT_FOUND, () -> policies.get("reader"));
        assertThat(scene.book.policies()).extracting(AccessPolicy::name).containsExactly(AccessPolicy.OWNER);
        assertThat(scene.audited()).contains("POLICY_REMOVED");
    }

    /** Clients on the secondary key, primary anew, clients back, secondary anew: nobody is ever locked out. */
    @Test
    void regenerateShouldLeaveTheOtherKeyAlone() {
        AccessPolicy before = policies.put("reader", reading(), Precondition.NONE, ALICE);

        AccessPolicy first = policies.regenerate("reader", Policies.KeySlot.PRIMARY, Precondition.NONE, ALICE);
        assertThat(first.keys().primary()).isNotEqualTo(before.keys().primary());
        assertThat(first.keys().secondary()).isEqualTo(before.keys().secondary());

        AccessPolicy second = policies.regenerate("reader", Policies.KeySlot.SECONDARY, Precondition.NONE, ALICE);
        assertThat(second.keys().primary()).isEqualTo(first.keys().primary());
        assertThat(second.keys().secondary()).isNotEqualTo(before.keys().secondary());
        assertThat(scene.book.policies()).contains(second);
    }

    @Test
    void swapShouldLetTheKeysChangePlaces() {
        AccessPolicy before = policies.put("reader", reading(), Precondition.NONE, ALICE);
        AccessPolicy after = policies.swap("reader", Precondition.NONE, ALICE);
        assertThat(after.keys())
                .isEqualTo(new SymmetricKeys(
                        before.keys().secondary(), before.keys().primary()));
    }

    @Test
    void keysShouldBeShownOnlyWithATraceThatHoldsNone() {
        AccessPolicy shown = policies.keys(AccessPolicy.OWNER, ALICE);

        AuditEntry trace = scene.audited("KEYS_SHOWN");
        assertThat(trace.subject()).hasToString("access_policy/provisioningserviceowner");
        assertThat(scene.audit().toString())
                .doesNotContain(shown.keys().primary().base64())
                .doesNotContain(shown.keys().secondary().base64());
    }

    private static PolicyDraft reading() {
        return new PolicyDraft(Set.of(AccessRight.ENROLLMENT_READ), Optional.empty(), Optional.empty());
    }

    private static void refuses(Kind kind, ThrowingCallable change) {
        assertThatThrownBy(change)
                .isInstanceOfSatisfying(
                        ProvisioningException.class,
                        e -> assertThat(e.problem().kind()).isEqualTo(kind));
    }
}
