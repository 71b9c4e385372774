package io.fairlead.application.contract;

import static io.fairlead.domain.fixture.SomeAudit.entry;
import static io.fairlead.domain.fixture.SomeAudit.fullEntry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.application.paging.AuditQuery;
import io.fairlead.application.paging.PageRequest;
import io.fairlead.domain.fixture.SomeMoments;
import io.fairlead.domain.identity.HubName;
import io.fairlead.domain.identity.RegistrationId;
import io.fairlead.domain.operation.AuditEntry;
import io.fairlead.domain.operation.AuditSubject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What questions to the audit log promise, and its purge. */
public interface AuditSearchContract extends DatabaseUnderTest {
    HubName HUB = new HubName("hub_a.example.com");

    @Test
    default void searchShouldReturnEveryField() {
        append(fullEntry());
        Kept.assertSame(search(AuditQuery.ALL).stream().findFirst(), fullEntry());
    }

    @Test
    default void searchShouldReturnWhatIsAboutNoDevice() {
        AuditEntry ofService = new AuditEntry(
                "service",
                AuditSubject.hub(HUB),
                Optional.empty(),
                SomeMoments.NOW,
                Optional.of("owner"),
                List.of(HUB),
                "HUB_LINKED",
                "linked",
                Map.of());
        append(ofService);
        Kept.assertSame(search(hub(HUB.value())).stream().findFirst(), ofService);
        assertThat(search(device("some-device"))).isEmpty();
    }

    @Test
    default void searchShouldReturnNewestFirstOfAllDevices() {
        append(entry("first", "b", SomeMoments.CREATED));
        append(entry("last", "a", SomeMoments.NOW));
        append(entry("middle", "c", SomeMoments.UPDATED));
        assertThat(ids(AuditQuery.ALL)).containsExactly("last", "middle", "first");
    }

    @Test
    default void searchShouldKeepToTheSubject() {
        append(entry("mine", "Some-Device", SomeMoments.NOW));
        append(entry("other", "some-device-2", SomeMoments.NOW));
        assertThat(ids(device("some-device"))).containsExactly("mine");
    }

    @Test
    default void searchShouldKeepToTheHub() {
        append(entry("there", "a", SomeMoments.NOW).about(List.of(new HubName("x.example.com"), HUB)));
        append(entry("alike", "b", SomeMoments.NOW).about(List.of(new HubName("hubba.example.com"))));
        append(entry("longer", "c", SomeMoments.NOW).about(List.of(new HubName("hub_a.example.com.org"))));
        append(entry("none", "d", SomeMoments.NOW));
        assertThat(ids(hub(HUB.value()))).containsExactly("there");
    }

    @Test
    default void searchShouldKeepToTheTimeFromIncludedToUntilExcluded() {
        append(entry("early", "a", SomeMoments.CREATED));
        append(entry("from", "a", SomeMoments.UPDATED));
        append(entry("until", "a", SomeMoments.NOW));
        assertThat(ids(new AuditQuery(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(SomeMoments.UPDATED),
                        Optional.of(SomeMoments.NOW),
                        Optional.empty())))
                .containsExactly("from");
    }

    @Test
    default void searchShouldKeepToTheDecision() {
        append(entry("refused", "a", SomeMoments.NOW));
        append(fullEntry());
        assertThat(ids(new AuditQuery(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("REFUSED"))))
                .containsExactly("refused");
    }

    @ParameterizedTest(name = "pages of {0}")
    @ValueSource(ints = {1, 3, 24, 25, 26})
    default void searchShouldBeCompleteWhenPaged(int size) {
        IntStream.range(0, 25)
                .forEach(i -> append(entry("entry-" + i, "device-" + i % 3, SomeMoments.NOW.plusMillis(i / 10))));
        assertThat(Paging.walk(size, request -> seen(stores -> stores.audit().search(AuditQuery.ALL, request))))
                .hasSize(25)
                .doesNotHaveDuplicates();
    }

    @Test
    default void searchShouldRefuseAKeyThatNoPageEndedWith() {
        PageRequest request = new PageRequest(10, Optional.of("nonsense"));
        assertThatThrownBy(() -> seen(stores -> stores.audit().search(AuditQuery.ALL, request)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    default void purgeBeforeShouldRemoveTheOldestUpToTheLimit() {
        append(entry("old-1", "b", SomeMoments.CREATED));
        append(entry("old-2", "a", SomeMoments.CREATED.plusSeconds(1)));
        append(entry("young", "a", SomeMoments.UPDATED));
        assertThat(purge(SomeMoments.UPDATED, 1)).isEqualTo(1);
        assertThat(ids(AuditQuery.ALL)).containsExactly("young", "old-2");
        assertThat(purge(SomeMoments.UPDATED, 10)).isEqualTo(1);
        assertThat(purge(SomeMoments.UPDATED, 10)).isZero();
        assertThat(ids(AuditQuery.ALL)).containsExactly("young");
    }

    private static AuditQuery device(String id) {
        return new AuditQuery(
                Optional.of(AuditSubject.device(new RegistrationId(id))),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static AuditQuery hub(String name) {
        return new AuditQuery(
                Optional.empty(), Optional.of(new HubName(name)), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private int purge(Instant before, int limit) {
        return doing(stores -> stores.audit().purgeBefore(before, limit));
    }

    private void append(AuditEntry entry) {
        does(stores -> stores.audit().append(entry));
    }

    private List<String> ids(AuditQuery query) {
        return search(query).stream().map(AuditEntry::id).toList();
    }

    private List<AuditEntry> search(AuditQuery query) {
        return Paging.walk(10, request -> seen(stores -> stores.audit().search(query, request)));
    }
}
