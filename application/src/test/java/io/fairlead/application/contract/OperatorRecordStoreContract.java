package io.fairlead.application.contract;

import static io.fairlead.domain.fixture.SomeOperatorRecords.stamp;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.application.port.OperatorBook;
import io.fairlead.application.port.OperatorRecordStore;
import io.fairlead.application.port.Stores;
import io.fairlead.domain.enrollment.EntryStamp;
import io.fairlead.domain.fixture.EveryField;
import io.fairlead.domain.fixture.SomeOperatorRecords;
import io.fairlead.domain.identity.ETag;
import io.fairlead.domain.identity.HubName;
import io.fairlead.domain.operating.LossAcceptance;
import io.fairlead.domain.operating.OperatorRecord;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a store of operators' records promises, for every kind of record. */
public interface OperatorRecordStoreContract extends DatabaseUnderTest {

    /**
     * One kind of record.
     *
     * @param make a full record of this name, where its kind has names, at this version
     */
    record Kind<T extends OperatorRecord>(
            String name, Function<Stores, OperatorRecordStore<T>> store, BiFunction<String, EntryStamp, T> make) {
        T at(String etag) {
            return make.apply("one.example.com", stamp(etag));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Kind<?>> kinds() {
        return Stream.of(
                new Kind<>("hub", Stores::hubLinks, SomeOperatorRecords::hub),
                new Kind<>("policy", Stores::accessPolicies, SomeOperatorRecords::policy),
                new Kind<>("settings", Stores::instanceSettings, (name, at) -> SomeOperatorRecords.settings(at)),
                new Kind<>("loss", Stores::losses, SomeOperatorRecords::loss),
                new Kind<>("faults", Stores::faultScripts, (name, at) -> SomeOperatorRecords.faults(at)),
                new Kind<>("seed", Stores::seeds, SomeOperatorRecords::seed));
    }

    @ParameterizedTest
    @MethodSource("io.fairlead.application.contract.OperatorRecordStoreContract#kinds")
    default <T extends OperatorRecord> void findShouldReturnEveryFieldThatWasInserted(Kind<T> kind) {
        T full = kind.at("etag-1");
        EveryField.assertSet((Record) full);
        insert(kind, full);
        Kept.assertSame(find(kind), full);
        assertThat(all(kind)).containsExactly(full);
    }

    @ParameterizedTest
    @MethodSource("io.fairlead.application.contract.OperatorRecordStoreContract#kinds")
    default <T extends OperatorRecord> void insertShouldBeRefusedWhenKeyIsTaken(Kind<T> kind) {
        insert(kind, kind.at("etag-1"));
        T second = kind.at("etag-2");
        assertThat(this.<Boolean>doing(stores -> kind.store().apply(stores).insert(second)))
                .isFalse();
        Kept.assertSame(find(kind), kind.at("etag-1"));
    }

    @ParameterizedTest
    @MethodSource("io.fairlead.application.contract.OperatorRecordStoreContract#kinds")
    default <T extends OperatorRecord> void replaceShouldChangeOnlyTheExpectedVersion(Kind<T> kind) {
        assertThat(replace(kind, "etag-2", "etag-1")).isFalse();
        insert(kind, kind.at("etag-1"));
        assertThat(replace(kind, "etag-2", "etag-0")).isFalse();
        assertThat(replace(kind, "etag-2", "etag-1")).isTrue();
        Kept.assertSame(find(kind), kind.at("etag-2"));
    }

    @ParameterizedTest
    @MethodSource("io.fairlead.application.contract.OperatorRecordStoreContract#kinds")
    default <T extends OperatorRecord> void replaceShouldSucceedOnceWhenManyRace(Kind<T> kind) {
        insert(kind, kind.at("etag-1"));
        List<Boolean> won = Race.among(Race.RACERS, racer -> replace(kind, "racer-" + racer, "etag-1"));
        assertThat(won).containsOnlyOnce(true);
        Kept.assertSame(find(kind), kind.at("racer-" + won.indexOf(true)));
    }

    @ParameterizedTest
    @MethodSource("io.fairlead.application.contract.OperatorRecordStoreContract#kinds")
    default <T extends OperatorRecord> void removeShouldRemoveOnlyTheExpectedVersion(Kind<T> kind) {
        insert(kind, kind.at("etag-1"));
        assertThat(remove(kind, "etag-0")).isFalse();
        assertThat(find(kind)).isPresent();
        assertThat(remove(kind, "etag-1")).isTrue();
        assertThat(remove(kind, "etag-1")).isFalse();
        assertThat(all(kind)).isEmpty();
    }

    @Test
    default void allShouldListOneKindByKey() {
        Kind<?> other = kinds().findFirst().orElseThrow();
        List.of("b.a", "a.b", "a_b", "A.b.c", "a.b0")
                .forEach(name -> does(
                        stores -> stores.accessPolicies().insert(SomeOperatorRecords.policy(name, stamp("etag")))));
        assertThat(this.<List<String>>seen(stores -> stores.accessPolicies().all().stream()
                        .map(policy -> policy.name())
                        .toList()))
                .containsExactly("a.b", "A.b.c", "a.b0", "a_b", "b.a");
        assertThat(all(other)).isEmpty();
    }

    @Test
    default void lossShouldReturnNothingOptionalWhenItIsOfAWholeHub() {
        LossAcceptance whole = new LossAcceptance(
                new HubName("hub-a.example.com"), Optional.empty(), Optional.empty(), "gone", stamp("etag"));
        does(stores -> stores.losses().insert(whole));
        Kept.assertSame(seen(stores -> stores.losses().find(LossAcceptance.keyOf(whole.hub()))), whole);
    }

    @Test
    default void operatorBookShouldHoldWhatRequestsNeed() {
        assertThat(this.<OperatorBook>seen(Stores::operatorBook)).isEqualTo(OperatorBook.BLANK);
        kinds().forEach(this::insertOne);
        assertThat(this.<OperatorBook>seen(Stores::operatorBook))
                .isEqualTo(new OperatorBook(
                        List.of(SomeOperatorRecords.hub("one.example.com", stamp("etag-1"))),
                        List.of(SomeOperatorRecords.policy("one.example.com", stamp("etag-1"))),
                        Optional.of(SomeOperatorRecords.settings(stamp("etag-1"))),
                        Optional.of(SomeOperatorRecords.faults(stamp("etag-1")))));
    }

    private <T extends OperatorRecord> void insertOne(Kind<T> kind) {
        insert(kind, kind.at("etag-1"));
    }

    private <T extends OperatorRecord> void insert(Kind<T> kind, T added) {
        assertThat(this.<Boolean>doing(stores -> kind.store().apply(stores).insert(added)))
                .isTrue();
    }

    private <T extends OperatorRecord> boolean replace(Kind<T> kind, String next, String expected) {
        return doing(stores -> kind.store().apply(stores).replace(kind.at(next), new ETag(expected)));
    }

    private <T extends OperatorRecord> boolean remove(Kind<T> kind, String expected) {
        return doing(stores -> kind.store().apply(stores).remove(kind.at("any").key(), new ETag(expected)));
    }

    private <T extends OperatorRecord> Optional<T> find(Kind<T> kind) {
        return seen(stores -> kind.store().apply(stores).find(kind.at("any").key()));
    }

    private <T extends OperatorRecord> List<T> all(Kind<T> kind) {
        return seen(stores -> kind.store().apply(stores).all());
    }
}
