package io.fairlead.application.operating;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.application.administration.Precondition;
import io.fairlead.domain.allocation.LinkedHub;
import io.fairlead.domain.attestation.SymmetricKey;
import io.fairlead.domain.fixture.SomeKeys;
import io.fairlead.domain.identity.HubName;
import io.fairlead.domain.operating.AccessPolicy;
import io.fairlead.domain.operating.AccessRight;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Settings speak once; after that operators have the last word. */
class SeedingTest {
    private static final HubName A = new HubName("a.example.com");
    private static final HubName B = new HubName("b.example.com");
    private static final SymmetricKey FIRST = SomeKeys.key("first");
    private static final SymmetricKey SECOND = SomeKeys.key("second");

    private final SomeOperating scene = new SomeOperating();
    private final Seeding seeding = new Seeding(scene.work, scene.ids, scene.clock);

    @Test
    void hubsShouldBeLinkedAtTheFirstStartOnly() {
        assertThat(seeding.hubs(List.of(A))).isEmpty();
        assertThat(seeding.hubs(List.of(A, B))).containsExactly(B);
        scene.book.refresh();
        assertThat(scene.book.linkedHubs().all()).containsExactly(LinkedHub.of(A.value()));
    }

    @Test
    void hubsShouldStayUnlinkedWhenAnOperatorHasUnlinkedThem() {
        seeding.hubs(List.of(A));
        new HubService(scene.work, scene.ids, scene.clock, scene.book::refresh)
                .unlink(A, false, Precondition.NONE, SomeOperating.ALICE);

        assertThat(seeding.hubs(List.of(A))).containsExactly(A);
        assertThat(scene.book.linkedHubs().all()).isEmpty();
    }

    @Test
    void secretShouldBeTheSameAtEveryServerAndForOnePurposeAlone() {
        SymmetricKey made = seeding.secret("tokens");
        assertThat(new Seeding(scene.work, scene.ids, scene.clock).secret("tokens"))
                .isEqualTo(made);
        assertThat(seeding.secret("others")).isNotEqualTo(made);
    }

    @Test
    void ownerShouldHaveAllRightsAndTheKeyThatWasMade() {
        AccessPolicy owner = seeding.owner(FIRST, false);

        assertThat(owner.keys().primary()).isEqualTo(FIRST);
        assertThat(owner.rights()).containsExactlyInAnyOrder(AccessRight.values());
        assertThat(seeding.owner(FIRST, false)).isEqualTo(owner);
    }

    @Test
    void ownerShouldKeepItsKeysWhenAnotherServerMadeOneForItself() {
        AccessPolicy owner = seeding.owner(FIRST, false);
        assertThat(seeding.owner(SECOND, false)).isEqualTo(owner);
    }

    @Test
    void ownerShouldTakeAConfiguredKeyOnceAndKeepTheFormerAsSecondary() {
        seeding.owner(FIRST, true);
        AccessPolicy rotated = seeding.owner(SECOND, true);
        assertThat(rotated.keys().primary()).isEqualTo(SECOND);
        assertThat(rotated.keys().secondary()).isEqualTo(FIRST);

        AccessPolicy byHand = new PolicyService(scene.work, scene.ids, scene.clock, () -> {})
                .regenerate(AccessPolicy.OWNER, Policies.KeySlot.PRIMARY, Precondition.NONE, SomeOperating.ALICE);
        assertThat(seeding.owner(SECOND, true)).isEqualTo(byHand);
    }
}
