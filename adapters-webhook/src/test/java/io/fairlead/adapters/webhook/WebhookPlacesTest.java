package io.fairlead.adapters.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.application.fake.SettableClock;
import io.fairlead.application.port.AllocatorBusy;
import io.fairlead.domain.fixture.SomeMoments;
import io.fairlead.domain.operation.Deferral;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.junit.jupiter.api.Test;

/** Nobody waits for a program that others wait for, and a crowd comes back one after the other. */
class WebhookPlacesTest {
    private static final Duration CALL = Duration.ofSeconds(1);

    private final SettableClock clock = SettableClock.at(SomeMoments.NOW);
    private final WebhookPlaces places = new WebhookPlaces(8, clock);

    @Test
    void oneHostShouldLeaveRoomForTheOthers() {
        assertThat(fill("slow.example.com")).hasSize(6);
        assertThat(take("quick.example.com", Deferral.NONE)).isPresent();
    }

    @Test
    void aSinglePlaceShouldServeEveryHost() {
        WebhookPlaces one = new WebhookPlaces(1, clock);
        WebhookPlaces.Place place = one.take("a.example.com", Deferral.NONE);
        place.giveBack();
        assertThat(one.take("b.example.com", Deferral.NONE)).isNotNull();
    }

    @Test
    void hostThatDoesNotAnswerShouldBeAskedByOneAtATimeUntilItDoes() {
        List<WebhookPlaces.Place> asked = fill("dead.example.com");
        asked.forEach(place -> place.answered(false));
        asked.forEach(WebhookPlaces.Place::giveBack);
        clock.advance(Duration.ofMinutes(10));
        List<WebhookPlaces.Place> next = fill("dead.example.com");
        assertThat(next).hasSize(1);
        next.get(0).answered(true);
        next.get(0).giveBack();
        clock.advance(Duration.ofHours(2));
        assertThat(fill("dead.example.com")).hasSize(6);
    }

    @Test
    void waitShouldGrowWithThoseWhoWait() {
        fill("a.example.com");
        List<Duration> waits = new ArrayList<>();
        for (int i = 0; i < 100; i++) waits.add(busy("a.example.com", Deferral.NONE));
        assertThat(waits).isSorted().doesNotHaveDuplicates();
        assertThat(waits.get(99)).isGreaterThan(Duration.ofSeconds(7));
    }

    /** Ten thousand devices at a program that takes a second: each asks a few times, and all are served in their order. */
    @Test
    void crowdShouldBeServedAsFastAsTheProgramAnswersAndAskSeldom() {
        int crowd = 10_000;
        PriorityQueue<Event> events = new PriorityQueue<>(Comparator.comparing(Event::at));
        for (int i = 0; i < crowd; i++) events.add(new Event(Duration.ZERO, Deferral.NONE, null));
        int served = 0;
        int asked = 0;
        Duration end = Duration.ZERO;
        while (!events.isEmpty()) {
            Event next = events.poll();
            clock.set(SomeMoments.NOW.plus(next.at()));
            if (next.done() != null) {
                next.done().giveBack();
                served++;
                end = next.at();
                continue;
            }
            asked++;
            try {
                WebhookPlaces.Place place = places.take("a.example.com", next.deferral());
                events.add(new Event(next.at().plus(CALL), next.deferral(), place));
            } catch (AllocatorBusy e) {
                Deferral deferral = next.deferral().after(e.retryAfter());
                Duration told = deferral.total().minus(next.deferral().total());
                events.add(new Event(next.at().plus(told), deferral, null));
            }
        }
        assertThat(served).isEqualTo(crowd);
        assertThat(end).isLessThan(Duration.ofSeconds(crowd / 6 * 13 / 10));
        assertThat(asked).isLessThan(crowd * 25);
    }

    private record Event(Duration at, Deferral deferral, WebhookPlaces.Place done) {}

    private List<WebhookPlaces.Place> fill(String host) {
        List<WebhookPlaces.Place> taken = new ArrayList<>();
        for (int i = 0; i < 8; i++) take(host, Deferral.NONE).ifPresent(taken::add);
        return taken;
    }

    private Optional<WebhookPlaces.Place> take(String host, Deferral deferral) {
        try {
            return Optional.of(places.take(host, deferral));
        } catch (AllocatorBusy e) {
            return Optional.empty();
        }
    }

    private Duration busy(String host, Deferral deferral) {
        try {
            places.take(host, deferral);
        } catch (AllocatorBusy e) {
            return e.retryAfter();
        }
        throw new AssertionError("there was a place");
    }
}
