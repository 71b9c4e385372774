package io.fairlead.application.contract;

import static io.fairlead.domain.fixture.SomeDuties.fullDuty;
import static io.fairlead.domain.fixture.SomeDuties.someDuty;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.application.paging.Page;
import io.fairlead.application.paging.PageRequest;
import io.fairlead.domain.device.StatePart;
import io.fairlead.domain.fixture.EveryField;
import io.fairlead.domain.fixture.SomeDuties;
import io.fairlead.domain.identity.RegistrationId;
import io.fairlead.domain.operation.HubDuty;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a store of hub duties promises; claims are in {@link HubDutyClaimContract}. */
public interface HubDutyStoreContract extends DatabaseUnderTest {
    int ROWS = 25;

    @Test
    default void findShouldReturnEveryFieldThatWasInserted() {
        EveryField.assertSet(fullDuty());
        insert(fullDuty());
        Kept.assertSame(find("duty-full"), fullDuty());
    }

    @ParameterizedTest
    @EnumSource
    default void findShouldReturnNothingOptionalWhenNothingWasInserted(HubDuty.Kind kind) {
        insert(someDuty("duty-1", kind));
        Kept.assertSame(find("duty-1"), someDuty("duty-1", kind));
        assertThat(find("duty-2")).isEmpty();
    }

    @Test
    default void ofShouldReturnDutiesOfOneDeviceOldestFirst() {
        for (String id : List.of("c", "a", "b")) {
            insert(someDuty(id));
            insert(someDuty(id + "-other", HubDuty.Kind.REMOVE_TARGET, "some-device-2"));
            passTime(Duration.ofSeconds(1));
        }
        assertThat(of("SOME-device")).extracting(HubDuty::id).containsExactly("c", "a", "b");
        assertThat(of("some-devic")).isEmpty();
    }

    @Test
    default void ofShouldReturnEveryField() {
        insert(fullDuty());
        Kept.assertSame(of("full-device:1").stream().findFirst(), fullDuty());
    }

    @Test
    default void withdrawShouldRemoveWhoeverHoldsIt() {
        insert(someDuty("duty-1"));
        insert(someDuty("duty-2"));
        HubDuty claimed = this.<Optional<HubDuty>>doing(
                        stores -> stores.hubDuties().claim("duty-1", "node-1", Duration.ofSeconds(30)))
                .orElseThrow();
        does(stores -> stores.hubDuties().withdraw("duty-1"));
        does(stores -> stores.hubDuties().withdraw("duty-1"));
        assertThat(find("duty-1")).isEmpty();
        assertThat(find("duty-2")).isPresent();
        assertThat(this.<Boolean>doing(stores -> stores.hubDuties().finish(claimed)))
                .isFalse();
    }

    @ParameterizedTest(name = "pages of {0}")
    @ValueSource(ints = {1, 2, 24, 25, 26, 1000})
    default void pageShouldBeCompleteAndInOrderOfIds(int size) {
        List<String> ids =
                IntStream.range(0, ROWS).mapToObj(i -> i * 7 % ROWS + "-duty").toList();
        ids.forEach(id -> insert(someDuty(id)));
        assertThat(Paging.walk(size, all()))
                .extracting(HubDuty::id)
                .containsExactlyElementsOf(ids.stream().sorted().toList());
    }

    @Test
    default void conflictShouldKeepWhatIsDisputed() {
        HubDuty parked = SomeDuties.fullConflict("conflict-1");
        insert(parked);
        Kept.assertSame(find("conflict-1"), parked);
        assertThat(find("conflict-1").orElseThrow().conflict().orElseThrow().restorable())
                .containsExactly(StatePart.DESIRED);
    }

    @Test
    default void pageShouldReturnEveryFieldAndConflicts() {
        insert(fullDuty());
        insert(someDuty("a-conflict", HubDuty.Kind.CONFLICT));
        List<HubDuty> walked = Paging.walk(1, all());
        assertThat(walked).extracting(HubDuty::id).containsExactly("a-conflict", "duty-full");
        Kept.assertSame(Optional.of(walked.get(1)), fullDuty());
    }

    @ParameterizedTest(name = "pages of {0}")
    @ValueSource(ints = {1, 3, 7})
    default void pageShouldHoldEachLastingDutyOnceWhileOthersComeAndGo(int size) {
        List<String> lasting =
                IntStream.range(0, ROWS).mapToObj(i -> i + "-lasts").toList();
        List<String> leaving =
                IntStream.range(0, ROWS).mapToObj(i -> i + "-leaves").toList();
        lasting.forEach(id -> insert(someDuty(id)));
        leaving.forEach(id -> insert(someDuty(id)));
        Iterator<String> going = leaving.iterator();
        List<HubDuty> walked = Paging.walk(size, all(), () -> {
            if (going.hasNext()) {
                String next = going.next();
                insert(someDuty(next + "-comes"));
                does(stores -> stores.hubDuties().withdraw(next));
            }
        });
        assertThat(walked)
                .extracting(HubDuty::id)
                .isSorted()
                .doesNotHaveDuplicates()
                .containsAll(lasting);
    }

    private Function<PageRequest, Page<HubDuty>> all() {
        return request -> seen(stores -> stores.hubDuties().page(request));
    }

    private void insert(HubDuty duty) {
        does(stores -> stores.hubDuties().insert(duty, Duration.ofSeconds(30)));
    }

    private Optional<HubDuty> find(String id) {
        return seen(stores -> stores.hubDuties().find(id));
    }

    private List<HubDuty> of(String device) {
        return seen(stores -> stores.hubDuties().of(new RegistrationId(device)));
    }
}
