package io.fairlead.application.operating;

import static io.fairlead.application.operating.SomeOperating.ALICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.application.administration.Precondition;
import io.fairlead.application.port.StoreException;
import io.fairlead.application.problem.Problem.Kind;
import io.fairlead.application.problem.ProvisioningException;
import io.fairlead.domain.allocation.Coordinates;
import io.fairlead.domain.allocation.HubPlace;
import io.fairlead.domain.allocation.LinkedHub;
import io.fairlead.domain.allocation.Region;
import io.fairlead.domain.fixture.SomeRegistrations;
import io.fairlead.domain.identity.HubName;
import io.fairlead.domain.operating.HubKind;
import io.fairlead.domain.operating.HubLink;
import io.fairlead.domain.operating.HubSecret;
import io.fairlead.domain.operation.AuditEntry;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HubServiceTest {
    private static final HubName HUB = SomeRegistrations.fullRegistration()
            .assignment()
            .orElseThrow()
            .key()
            .hub();

    private final SomeOperating scene = new SomeOperating();
    private final Hubs hubs = new HubService(scene.work, scene.ids, scene.clock, scene.book::refresh);
    private final Losses losses = new LossService(scene.work, scene.ids, scene.clock);

    @Test
    void putShouldLinkAHubThatThisNodeKnowsAtOnce() {
        HubLink link = hubs.put(HUB, draft(3, Optional.empty()), Precondition.NONE, ALICE);

        assertThat(scene.book.linkedHubs().all()).containsExactly(new LinkedHub(HUB, 3, true));
        assertThat(hubs.get(HUB)).isEqualTo(link);
        assertThat(scene.audited("HUB_LINKED")).returns(List.of(HUB), AuditEntry::hubs);
    }

    @Test
    void putShouldKeepTheCredentialsThatAreNotGivenAndNeverTellThem() {
        HubSecret secret = new HubSecret("HostName=x;SharedAccessKey=c2VjcmV0");
        hubs.put(HUB, draft(1, Optional.of(secret)), Precondition.NONE, ALICE);
        HubLink changed = hubs.put(HUB, draft(2, Optional.empty()), Precondition.NONE, ALICE);

        assertThat(changed.secret()).contains(secret);
        assertThat(changed.toString() + scene.audit()).doesNotContain("c2VjcmV0");
        assertThat(scene.audited()).containsExactlyInAnyOrder("HUB_CHANGED", "HUB_LINKED");
    }

    @Test
    void unlinkShouldBeRefusedWhileDevicesAreAssignedUnlessForced() {
        hubs.put(HUB, draft(1, Optional.empty()), Precondition.NONE, ALICE);
        scene.work.write(stores -> stores.registrations().insert(SomeRegistrations.fullRegistration()));

        assertThatThrownBy(() -> hubs.unlink(HUB, false, Precondition.NONE, ALICE))
                .isInstanceOfSatisfying(ProvisioningException.class, e -> {
                    assertThat(e.problem().kind()).isEqualTo(Kind.CONFLICT);
                    assertThat(e.problem().facts()).containsEntry("assignedDevices", "1");
                });
        assertThat(scene.book.linkedHubs().contains(HUB)).isTrue();

        assertThat(hubs.unlink(HUB, true, Precondition.NONE, ALICE)).isEqualTo(1);
        assertThat(scene.book.linkedHubs().contains(HUB)).isFalse();
    }

    @Test
    void putShouldStandWhenTheCopyCannotBeRefreshed() {
        Hubs unlucky = new HubService(scene.work, scene.ids, scene.clock, () -> {
            throw new StoreException("the database went away", null);
        });
        unlucky.put(HUB, draft(1, Optional.empty()), Precondition.NONE, ALICE);
        assertThat(hubs.get(HUB).hub().weight()).isEqualTo(1);
    }

    @Test
    void auditShouldSayWhereTheHubIsAndWas() {
        hubs.put(HUB, draft(1, Optional.empty()), Precondition.NONE, ALICE);
        HubPlace north = new HubPlace(Optional.of(new Region("north")), Optional.of(new Coordinates(60, 10)));
        hubs.put(HUB, new HubDraft(HubKind.SIMULATED, 1, true, north, Optional.empty()), Precondition.NONE, ALICE);
        assertThat(scene.audited("HUB_CHANGED").inputs())
                .hasEntrySatisfying("place", place -> assertThat(place).contains("north", "60.0", "10.0"))
                .hasEntrySatisfying("was", was -> assertThat(was).contains("no region"));
    }

    @Test
    void putShouldEndTheAcceptedLossOfAHubThatIsLinkedAgain() {
        losses.acceptFor(HUB, "it burnt down", ALICE);
        hubs.put(HUB, draft(1, Optional.empty()), Precondition.NONE, ALICE);
        assertThat(losses.all()).isEmpty();
    }

    @Test
    void putShouldBeRefusedWhenThereAreFiftyAlready() {
        for (int hub = 0; hub < 50; hub++) {
            hubs.put(new HubName("h" + hub + ".example.com"), draft(1, Optional.empty()), Precondition.NONE, ALICE);
        }
        assertThatThrownBy(() -> hubs.put(HUB, draft(1, Optional.empty()), Precondition.NONE, ALICE))
                .hasMessageContaining("50 linked hubs");
    }

    private static HubDraft draft(int weight, Optional<HubSecret> secret) {
        return new HubDraft(HubKind.SIMULATED, weight, true, HubPlace.UNKNOWN, secret);
    }
}
