package io.fairlead.domain.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.domain.allocation.HubChoice.Chosen;
import io.fairlead.domain.allocation.HubChoice.NoneEligible;
import io.fairlead.domain.allocation.HubChoice.NotAsked;
import io.fairlead.domain.allocation.HubChoice.WebhookFailed;
import io.fairlead.domain.identity.HubName;
import io.fairlead.domain.identity.RegistrationId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the operator's webhook is offered, and what its answer is worth. */
class CustomChoiceTest {
    private static final HubName A = new HubName("a.example.com");
    private static final HubName B = new HubName("b.example.com");
    private static final HubName AWAY = new HubName("away.example.com");
    private static final HubName STRANGE = new HubName("strange.example.com");
    private static final LinkedHubs ALL =
            LinkedHubs.of(new LinkedHub(A, 1, true), new LinkedHub(B, 1, true), new LinkedHub(AWAY, 1, false));

    @Test
    void offeredShouldBeEveryCandidateWhenTheEntryNamesNone() {
        assertThat(request(List.of(), Optional.empty(), false, new NotAsked()).offered())
                .containsExactly(A, B);
    }

    @Test
    void offeredShouldBeTheNamedHubsThatAreCandidates() {
        assertThat(request(List.of(B, AWAY, STRANGE), Optional.of(A), false, new NotAsked())
                        .offered())
                .containsExactly(B);
    }

    @Test
    void offeredShouldBeTheCurrentHubAloneWhenTheDeviceStays() {
        assertThat(request(List.of(B), Optional.of(A), true, new NotAsked()).offered())
                .containsExactly(A);
        assertThat(request(List.of(B), Optional.of(AWAY), true, new NotAsked()).offered())
                .containsExactly(AWAY);
        assertThat(request(List.of(B), Optional.empty(), true, new NotAsked()).offered())
                .containsExactly(B);
    }

    @Test
    void webhookShouldBeAskedWhenThereIsSomethingToOffer() {
        assertThat(choice(List.of(), new NotAsked())).isEqualTo(new NotAsked());
        assertThat(choice(List.of(STRANGE), new NotAsked())).isInstanceOf(NoneEligible.class);
    }

    @Test
    void offeredHubShouldBeChosen() {
        assertThat(choice(List.of(), new Chosen(B))).isEqualTo(new Chosen(B));
    }

    @Test
    void hubThatWasNotOfferedShouldCountAsFailure() {
        for (HubName hub : List.of(STRANGE, AWAY)) {
            assertThat(choice(List.of(), new Chosen(hub)))
                    .isInstanceOfSatisfying(
                            WebhookFailed.class,
                            failed -> assertThat(failed.why()).contains(hub.value()));
        }
    }

    @Test
    void failureShouldStayOne() {
        assertThat(choice(List.of(), new WebhookFailed("it answered 500")))
                .isEqualTo(new WebhookFailed("it answered 500"));
    }

    private static HubChoice choice(List<HubName> named, HubChoice says) {
        return HubAllocator.choose(request(named, Optional.empty(), false, says))
                .choice();
    }

    private static AllocationRequest request(
            List<HubName> named, Optional<HubName> current, boolean stays, HubChoice says) {
        return new AllocationRequest(
                AllocationPolicy.CUSTOM,
                named,
                ALL,
                new RegistrationId("device-1"),
                current,
                stays,
                RequestOrigin.UNKNOWN,
                20,
                says);
    }
}
