package io.fairlead.application.contract;

import static io.fairlead.domain.fixture.SomeEnrollments.anEnrollment;
import static io.fairlead.domain.fixture.SomeEnrollments.fullEnrollment;
import static io.fairlead.domain.fixture.SomeEnrollments.someEnrollment;
import static io.fairlead.domain.fixture.SomeGroups.fullGroup;
import static io.fairlead.domain.fixture.SomeGroups.someGroup;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.application.paging.KeyRange;
import io.fairlead.application.paging.Page;
import io.fairlead.application.paging.PageRequest;
import io.fairlead.domain.device.TwinDocument;
import io.fairlead.domain.enrollment.IndividualEnrollment;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the stores of enrollment entries promise of their lists. */
public interface EnrollmentPagingContract extends DatabaseUnderTest {
    List<String> AWKWARD = List.of("a-b", "A.b", "a:b", "a_b", "aB", "a", "A1", "z", "0", "9-", "b");
    int ROWS = 25;

    @Test
    default void pageShouldReturnEveryField() {
        insert(fullEnrollment());
        does(stores -> stores.groups().insert(fullGroup()));
        Kept.assertSame(
                entries(KeyRange.ALL).apply(PageRequest.first(1)).items().stream()
                        .findFirst(),
                fullEnrollment());
        Kept.assertSame(
                seen(stores -> stores.groups().page(KeyRange.ALL, PageRequest.first(1))).items().stream()
                        .findFirst(),
                fullGroup());
    }

    @Test
    default void pageShouldBeEmptyWhenThereIsNothing() {
        assertThat(entries(KeyRange.ALL).apply(PageRequest.first(1)))
                .isEqualTo(new Page<>(List.of(), Optional.empty()));
        assertThat(this.<Page<?>>seen(stores -> stores.groups().page(KeyRange.ALL, PageRequest.first(1))))
                .isEqualTo(new Page<>(List.of(), Optional.empty()));
    }

    @Test
    default void countShouldFollowWhatComesAndGoes() {
        assertThat(this.<Long>seen(
                        stores -> stores.enrollments().count() + stores.groups().count()))
                .isZero();
        AWKWARD.forEach(id -> insert(someEnrollment(id)));
        remove(someEnrollment("a-b"));
        does(stores -> stores.groups().insert(someGroup("one")));
        assertThat(this.<Long>seen(stores -> stores.enrollments().count())).isEqualTo(AWKWARD.size() - 1);
        assertThat(this.<Long>seen(stores -> stores.groups().count())).isOne();
    }

    @ParameterizedTest(name = "pages of {0}")
    @ValueSource(ints = {1, 2, 10, 11, 12, 1000})
    default void pageShouldBeCompleteAndInOrderOfIds(int size) {
        List<String> sorted = AWKWARD.stream().map(String::toLowerCase).sorted().toList();
        AWKWARD.forEach(id -> insert(someEnrollment(id)));
        AWKWARD.forEach(id -> does(stores -> stores.groups().insert(someGroup(id))));
        assertThat(Paging.walk(size, entries(KeyRange.ALL)))
                .extracting(entry -> entry.registrationId().canonical())
                .containsExactlyElementsOf(sorted);
        assertThat(Paging.walk(size, request -> seen(stores -> stores.groups().page(KeyRange.ALL, request))))
                .extracting(group -> group.groupId().canonical())
                .containsExactlyElementsOf(sorted);
    }

    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource({"a-b,a_b", "a,a", "a0,a9", "b,a", "'',~", "zz,~", "'',0", "aB,z"})
    default void pageShouldKeepToItsStretch(String from, String upTo) {
        AWKWARD.forEach(id -> insert(someEnrollment(id)));
        KeyRange range = new KeyRange(from, upTo);
        assertThat(Paging.walk(2, entries(range)))
                .extracting(entry -> entry.registrationId().canonical())
                .containsExactlyElementsOf(AWKWARD.stream()
                        .map(String::toLowerCase)
                        .filter(range::contains)
                        .sorted()
                        .toList());
    }

    @ParameterizedTest(name = "pages of {0}")
    @ValueSource(ints = {1, 3, 7})
    default void pageShouldHoldEachLastingEntryOnceWhileOthersComeAndGo(int size) {
        List<String> lasting = numbered("d", ROWS);
        List<String> leaving = numbered("d-leaves", ROWS);
        lasting.forEach(id -> insert(someEnrollment(id)));
        leaving.forEach(id -> insert(someEnrollment(id)));
        Iterator<String> coming = numbered("d-comes", 10 * ROWS).iterator();
        Iterator<String> going = leaving.iterator();
        List<IndividualEnrollment> walked = Paging.walk(size, entries(KeyRange.ALL), () -> {
            insert(someEnrollment(coming.next()));
            if (going.hasNext()) {
                remove(someEnrollment(going.next()));
            }
        });
        assertThat(walked)
                .extracting(entry -> entry.registrationId().value())
                .doesNotHaveDuplicates()
                .containsAll(lasting);
        assertThat(walked)
                .extracting(entry -> entry.registrationId().canonical())
                .isSorted();
    }

    @Test
    default void pageShouldGoOnWhenEntriesAreHeavy() {
        TwinDocument notes = new TwinDocument(Map.of("notes", "n".repeat(90_000)));
        List<String> ids = new ArrayList<>(numbered("heavy", ROWS));
        ids.forEach(
                id -> insert(anEnrollment().withId(id).withInformation(notes).build()));
        assertThat(Paging.walk(1000, entries(KeyRange.ALL)))
                .extracting(entry -> entry.registrationId().value())
                .containsExactlyInAnyOrderElementsOf(ids);
    }

    /** Ids that lie mingled with those of other words: {@code a0-word, h1-word}. */
    private static List<String> numbered(String word, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> (char) ('a' + i * 7 % 26) + Integer.toString(i) + "-" + word)
                .toList();
    }

    private Function<PageRequest, Page<IndividualEnrollment>> entries(KeyRange range) {
        return request -> seen(stores -> stores.enrollments().page(range, request));
    }

    private void insert(IndividualEnrollment enrollment) {
        assertThat(this.<Boolean>doing(stores -> stores.enrollments().insert(enrollment)))
                .isTrue();
    }

    private void remove(IndividualEnrollment entry) {
        assertThat(this.<Boolean>doing(stores -> stores.enrollments()
                        .remove(entry.registrationId(), entry.stamp().etag())))
                .isTrue();
    }
}
