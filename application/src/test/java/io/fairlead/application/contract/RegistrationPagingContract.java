package io.fairlead.application.contract;

import static io.fairlead.domain.fixture.SomeRegistrations.fullRegistration;
import static io.fairlead.domain.fixture.SomeRegistrations.inGroup;
import static io.fairlead.domain.fixture.SomeRegistrations.someRegistration;
import static io.fairlead.domain.fixture.SomeRegistrations.withETag;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.application.paging.KeyRange;
import io.fairlead.application.paging.Page;
import io.fairlead.application.paging.PageRequest;
import io.fairlead.domain.identity.EnrollmentGroupId;
import io.fairlead.domain.registration.DeviceRegistration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a store of registration records promises of its lists. */
public interface RegistrationPagingContract extends DatabaseUnderTest {
    String GROUP = "Some-Group";
    int ROWS = 25;

    @Test
    default void inGroupShouldHoldThisGroupOnly() {
        insert(inGroup("one", "some-GROUP"));
        insert(inGroup("two", "other-group"));
        insert(someRegistration(GROUP));
        insert(inGroup("three", GROUP));
        assertThat(Paging.walk(10, group())).extracting(row -> row.id().value()).containsExactly("one", "three");
    }

    @Test
    default void inGroupShouldReturnEveryField() {
        insert(fullRegistration());
        EnrollmentGroupId group =
                new EnrollmentGroupId(fullRegistration().entry().id());
        Page<DeviceRegistration> page =
                seen(stores -> stores.registrations().inGroup(group, KeyRange.ALL, PageRequest.first(1)));
        Kept.assertSame(page.items().stream().findFirst(), fullRegistration());
    }

    @Test
    default void inGroupShouldBeEmptyWhenNoDeviceIsInIt() {
        Page<DeviceRegistration> page = group().apply(PageRequest.first(1));
        assertThat(page).isEqualTo(new Page<>(List.of(), Optional.empty()));
    }

    @Test
    default void inGroupShouldFollowTheEntry() {
        insert(inGroup("one", GROUP));
        DeviceRegistration moved = withETag(inGroup("one", "other-group"), "etag-2");
        does(stores ->
                stores.registrations().replace(moved, inGroup("one", GROUP).etag()));
        assertThat(Paging.walk(10, group())).isEmpty();
    }

    @ParameterizedTest(name = "pages of {0}")
    @ValueSource(ints = {1, 2, 5, 24, 25, 26, 1000})
    default void inGroupShouldBeCompleteAndInOrderOfIds(int size) {
        List<String> ids = new ArrayList<>(List.of("a-b", "A.b", "a:b", "a_b", "aB"));
        IntStream.range(ids.size(), ROWS).forEach(i -> ids.add("b" + i));
        ids.forEach(id -> insert(inGroup(id, GROUP)));
        assertThat(Paging.walk(size, group()))
                .extracting(row -> row.id().canonical())
                .containsExactlyElementsOf(
                        ids.stream().map(String::toLowerCase).sorted().toList());
    }

    @ParameterizedTest(name = "pages of {0}")
    @ValueSource(ints = {1, 3, 7})
    default void inGroupShouldHoldEachLastingRowOnceWhileOthersComeAndGo(int size) {
        List<String> lasting = numbered("d", ROWS);
        List<String> leaving = numbered("d-leaves", ROWS);
        lasting.forEach(id -> insert(inGroup(id, GROUP)));
        leaving.forEach(id -> insert(inGroup(id, GROUP)));
        Iterator<String> coming = numbered("d-comes", 10 * ROWS).iterator();
        Iterator<String> going = leaving.iterator();
        List<DeviceRegistration> walked = Paging.walk(size, group(), () -> {
            insert(inGroup(coming.next(), GROUP));
            if (going.hasNext()) {
                remove(inGroup(going.next(), GROUP));
            }
        });
        assertThat(walked)
                .extracting(row -> row.id().value())
                .doesNotHaveDuplicates()
                .containsAll(lasting);
        assertThat(walked).extracting(row -> row.id().canonical()).isSorted();
    }

    /** Ids that lie mingled with those of other words: {@code a0-word, h1-word}. */
    private static List<String> numbered(String word, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> (char) ('a' + i * 7 % 26) + Integer.toString(i) + "-" + word)
                .toList();
    }

    private Function<PageRequest, Page<DeviceRegistration>> group() {
        return request ->
                seen(stores -> stores.registrations().inGroup(new EnrollmentGroupId(GROUP), KeyRange.ALL, request));
    }

    private void insert(DeviceRegistration registration) {
        assertThat(this.<Boolean>doing(stores -> stores.registrations().insert(registration)))
                .isTrue();
    }

    private void remove(DeviceRegistration registration) {
        assertThat(this.<Boolean>doing(stores -> stores.registrations().remove(registration.id(), registration.etag())))
                .isTrue();
    }
}
