package io.fairlead.application.contract;

import static io.fairlead.domain.fixture.SomeAudit.entry;
import static io.fairlead.domain.fixture.SomeAudit.fullEntry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fairlead.application.paging.Page;
import io.fairlead.application.paging.PageRequest;
import io.fairlead.domain.fixture.EveryField;
import io.fairlead.domain.fixture.SomeMoments;
import io.fairlead.domain.identity.EnrollmentGroupId;
import io.fairlead.domain.identity.RegistrationId;
import io.fairlead.domain.operation.AuditEntry;
import io.fairlead.domain.operation.AuditSubject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the audit log promises. */
public interface AuditStoreContract extends DatabaseUnderTest {
    int ROWS = 25;

    @Test
    default void ofShouldReturnEveryFieldThatWasAppended() {
        EveryField.assertSet(fullEntry());
        append(fullEntry());
        Kept.assertSame(Paging.walk(1, of("full-DEVICE:1")).stream().findFirst(), fullEntry());
    }

    @Test
    default void ofShouldReturnNothingOptionalWhenNothingWasAppended() {
        AuditEntry bare = entry("bare", "some-device", SomeMoments.NOW);
        append(bare);
        Kept.assertSame(Paging.walk(1, of("some-device")).stream().findFirst(), bare);
    }

    @Test
    default void ofShouldReturnOldestFirstOfOneDevice() {
        append(entry("a-last", "some-device", SomeMoments.NOW));
        append(entry("c-first", "some-device", SomeMoments.CREATED));
        append(entry("b-middle", "Some-Device", SomeMoments.UPDATED));
        append(entry("other", "some-device-2", SomeMoments.UPDATED));
        assertThat(Paging.walk(10, of("some-device")))
                .extracting(AuditEntry::id)
                .containsExactly("c-first", "b-middle", "a-last");
        assertThat(Paging.walk(10, of("some-devic"))).isEmpty();
    }

    @ParameterizedTest(name = "pages of {0}")
    @ValueSource(ints = {1, 2, 7, 24, 25, 26})
    default void ofShouldBeCompleteWhenManyHappenedAtOneInstant(int size) {
        List<String> ids = new ArrayList<>();
        IntStream.range(0, ROWS).forEach(i -> {
            ids.add("entry-" + i);
            append(entry("entry-" + i, "some-device", SomeMoments.NOW.plusMillis(i / 10)));
        });
        assertThat(Paging.walk(size, of("some-device")))
                .extracting(AuditEntry::id)
                .containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    default void ofShouldReachWhatIsAppendedMeanwhile() {
        IntStream.range(0, ROWS)
                .forEach(i -> append(entry("entry-" + i, "some-device", SomeMoments.CREATED.plusMillis(i))));
        List<String> later = new ArrayList<>();
        List<AuditEntry> walked = Paging.walk(10, of("some-device"), () -> {
            later.add("later-" + later.size());
            append(entry(later.get(later.size() - 1), "some-device", SomeMoments.NOW.plusMillis(later.size())));
        });
        assertThat(walked)
                .extracting(AuditEntry::id)
                .hasSize(ROWS + later.size())
                .containsAll(later);
        assertThat(walked).extracting(AuditEntry::at).isSorted();
    }

    @Test
    default void ofShouldTellADeviceFromAGroupOfTheSameName() {
        AuditSubject group = AuditSubject.group(new EnrollmentGroupId("l" + "o".repeat(125) + "ng"));
        append(entry("of-device", group.id(), SomeMoments.NOW));
        append(new AuditEntry("of-group", group, Optional.empty(), SomeMoments.NOW, "SHOWN", "why", Map.of()));
        assertThat(Paging.walk(10, of(group.id()))).extracting(AuditEntry::id).containsExactly("of-device");
        assertThat(Paging.walk(10, request -> seen(stores -> stores.audit().of(group, request))))
                .extracting(AuditEntry::id, AuditEntry::subject)
                .containsExactly(tuple("of-group", group));
    }

    private void append(AuditEntry entry) {
        does(stores -> stores.audit().append(entry));
    }

    private Function<PageRequest, Page<AuditEntry>> of(String device) {
        return request -> seen(stores -> stores.audit().of(AuditSubject.device(new RegistrationId(device)), request));
    }
}
