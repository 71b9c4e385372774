package io.fairlead.application.contract;

import static io.fairlead.domain.fixture.SomeEnrollments.anEnrollment;
import static io.fairlead.domain.fixture.SomeRegistrations.inGroup;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.application.administration.RecordQueries;
import io.fairlead.application.administration.RecordQueryService;
import io.fairlead.application.paging.Page;
import io.fairlead.application.query.Condition;
import io.fairlead.application.query.Field;
import io.fairlead.application.query.Operator;
import io.fairlead.application.query.ScalarType;
import io.fairlead.application.query.TextType;
import io.fairlead.domain.device.InitialTwin;
import io.fairlead.domain.device.TwinDocument;
import io.fairlead.domain.enrollment.IndividualEnrollment;
import io.fairlead.domain.fixture.SomeGroups;
import io.fairlead.domain.identity.EnrollmentGroupId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What queries promise over any database. */
public interface RecordQueryContract extends DatabaseUnderTest {
    int ENTRIES = 450;
    Field<IndividualEnrollment> ID = new Field<>(
            "id", TextType.KEY, entry -> Optional.of(entry.registrationId().canonical()));
    Field<IndividualEnrollment> NUMBER = new Field<>(
            "number",
            ScalarType.JSON,
            entry -> entry.terms()
                    .initialTwin()
                    .flatMap(twin -> Optional.ofNullable(twin.tags().members().get("number"))));

    @ParameterizedTest(name = "pages of {0}")
    @ValueSource(ints = {1, 7, 199, 200, 201, 450, 451, 1000})
    default void everythingShouldBeWalkedInPagesThatAreFull(int size) {
        fill();
        List<String> walked = Paging.walk(size, request -> {
                    Page<IndividualEnrollment> page = queries().enrollments(new Condition.Everything<>(), request);
                    boolean last = page.next().isEmpty();
                    assertThat(last || page.items().size() == size).isTrue();
                    assertThat(page.items()).isNotEmpty();
                    return page;
                })
                .stream()
                .map(entry -> entry.registrationId().value())
                .toList();
        assertThat(walked).containsExactlyElementsOf(ids(i -> true));
    }

    @ParameterizedTest(name = "pages of {0}")
    @ValueSource(ints = {1, 10, 1000})
    default void conditionShouldBeAppliedWhereverItIsTrue(int size) {
        fill();
        Condition<IndividualEnrollment> few = is(NUMBER, Operator.LESS, BigDecimal.valueOf(3));
        assertThat(walk(few, size)).containsExactlyElementsOf(ids(i -> number(i) < 3));
        assertThat(walk(new Condition.Negated<>(few), size)).containsExactlyElementsOf(ids(i -> number(i) >= 3));
        assertThat(walk(is(NUMBER, Operator.EQUAL, "3"), size)).isEmpty();
    }

    @Test
    default void conditionOnTheKeyShouldBeAppliedWithinItsStretch() {
        fill();
        assertThat(walk(is(ID, Operator.EQUAL, "d-0007"), 10)).containsExactly("D-0007");
        assertThat(walk(is(ID, Operator.UNEQUAL, "d-0007"), 100)).hasSize(ENTRIES - 1);
        assertThat(walk(is(ID, Operator.LESS, "d-0003"), 2)).containsExactly("D-0000", "D-0001", "D-0002");
        assertThat(walk(is(ID, Operator.AT_MOST, "d-0001"), 2)).containsExactly("D-0000", "D-0001");
        assertThat(walk(is(ID, Operator.GREATER, "d-0447"), 2)).containsExactly("D-0448", "D-0449");
        assertThat(walk(is(ID, Operator.AT_LEAST, "d-0447"), 1)).containsExactly("D-0447", "D-0448", "D-0449");
        assertThat(walk(new Condition.Prefixed<>(ID, "d-004"), 3)).containsExactlyElementsOf(ids(i -> i / 10 == 4));
        assertThat(walk(is(ID, Operator.EQUAL, "\u00e9"), 10)).isEmpty();
        Condition<IndividualEnrollment> two =
                new Condition.AnyOf<>(List.of(is(ID, Operator.EQUAL, "d-0400"), is(ID, Operator.EQUAL, "d-0002")));
        assertThat(walk(two, 1)).containsExactly("D-0002", "D-0400");
        assertThat(walk(new Condition.AllOf<>(List.of(two, is(NUMBER, Operator.LESS, BigDecimal.ONE))), 10))
                .containsExactly("D-0400");
    }

    @Test
    default void groupsAndTheirRecordsShouldBeQueriedAlike() {
        does(stores -> IntStream.range(0, 5).forEach(i -> {
            stores.groups().insert(SomeGroups.someGroup("g" + i));
            stores.registrations().insert(inGroup("r" + i, "G1"));
            stores.registrations().insert(inGroup("s" + i, "other"));
        }));
        assertThat(Paging.walk(2, request -> queries().groups(new Condition.Everything<>(), request)))
                .extracting(group -> group.groupId().value())
                .containsExactly("g0", "g1", "g2", "g3", "g4");
        EnrollmentGroupId group = new EnrollmentGroupId("g1");
        assertThat(Paging.walk(2, request -> queries().registrations(group, new Condition.Everything<>(), request)))
                .extracting(record -> record.id().value())
                .containsExactly("r0", "r1", "r2", "r3", "r4");
    }

    private void fill() {
        does(stores -> IntStream.range(0, ENTRIES)
                .forEach(i -> stores.enrollments()
                        .insert(anEnrollment()
                                .withId(id(i))
                                .withInitialTwin(twin(i))
                                .build())));
    }

    private static InitialTwin twin(int i) {
        return new InitialTwin(new TwinDocument(Map.of("number", number(i))), TwinDocument.EMPTY);
    }

    private static String id(int i) {
        return "D-%04d".formatted(i);
    }

    private static int number(int i) {
        return i % 50;
    }

    private static List<String> ids(IntPredicate wanted) {
        return IntStream.range(0, ENTRIES)
                .filter(wanted)
                .mapToObj(RecordQueryContract::id)
                .toList();
    }

    private static Condition<IndividualEnrollment> is(
            Field<IndividualEnrollment> field, Operator operator, Object operand) {
        return new Condition.Compared<>(field, operator, operand);
    }

    private List<String> walk(Condition<IndividualEnrollment> condition, int size) {
        return Paging.walk(size, request -> queries().enrollments(condition, request)).stream()
                .map(entry -> entry.registrationId().value())
                .toList();
    }

    private RecordQueries queries() {
        return new RecordQueryService(work());
    }
}
