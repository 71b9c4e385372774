package io.fairlead.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static io.fairlead.architecture.HouseRule.rule;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import com.tngtech.archunit.library.GeneralCodingRules;
import io.fairlead.architecture.bad.adapters.rest.HasInjectedFields;
import io.fairlead.architecture.bad.domain.AsksTheSystem;
import io.fairlead.architecture.bad.domain.AsksTheTime;
import io.fairlead.architecture.bad.domain.LogsInPublic;
import io.fairlead.architecture.bad.domain.OldHabits;
import io.fairlead.architecture.bad.domain.StartsThreads;
import io.fairlead.architecture.bad.domain.ThrowsDice;
import jakarta.ws.rs.core.Context;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.Timer;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;

/** Where the world comes in: time, chance, environment and threads; and habits of old. */
final class WorldRules {
    private WorldRules() {}

    static List<HouseRule> all() {
        return List.of(
                rule(23, WorldRules::timeComesFromWiring)
                        .brokenBy(AsksTheTime.class)
                        .reporting(
                                "Instant.now",
                                "LocalDate.now",
                                "ZonedDateTime.now",
                                "Date.<init>",
                                "System.currentTimeMillis",
                                "System.nanoTime",
                                "Clock.systemUTC"),
                rule(24, WorldRules::chanceComesFromWiring)
                        .brokenBy(ThrowsDice.class)
                        .reporting(
                                "UUID.randomUUID",
                                "Math.random",
                                "Random.<init>",
                                "SecureRandom.<init>",
                                "ThreadLocalRandom.current",
                                "RandomGenerator.getDefault"),
                rule(25, WorldRules::environmentComesFromSettings)
                        .brokenBy(AsksTheSystem.class)
                        .reporting("System.getenv", "System.getProperty", "System.getProperties"),
                rule(26, WorldRules::threadsComeFromRuntime)
                        .brokenBy(StartsThreads.class)
                        .reporting(
                                "Thread.<init>",
                                "Thread.sleep",
                                "Executors.newFixedThreadPool",
                                "CompletableFuture.supplyAsync",
                                "ThreadPoolExecutor.<init>",
                                "Timer.<init>"),
                rule(27, rooms -> GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION)
                        .brokenBy(HasInjectedFields.class)
                        .reporting("injected"),
                rule(27, WorldRules::requestFactsAreParameters)
                        .brokenBy(HasInjectedFields.class)
                        .reporting("context"),
                rule(28, rooms -> GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS)
                        .brokenBy(OldHabits.class),
                rule(28, rooms -> GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING)
                        .brokenBy(OldHabits.class),
                rule(28, rooms -> GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS)
                        .brokenBy(OldHabits.class),
                rule(28, rooms -> GeneralCodingRules.OLD_DATE_AND_TIME_CLASSES_SHOULD_NOT_BE_USED)
                        .brokenBy(OldHabits.class),
                rule(29, WorldRules::loggersArePrivate).brokenBy(LogsInPublic.class));
    }

    private static ArchRule timeComesFromWiring(Rooms rooms) {
        return outside(rooms, "bootstrap.wiring..")
                .should()
                .callCodeUnitWhere(withoutClock(Instant.class, "now")
                        .or(withoutClock(LocalDate.class, "now"))
                        .or(withoutClock(LocalTime.class, "now"))
                        .or(withoutClock(LocalDateTime.class, "now"))
                        .or(withoutClock(OffsetDateTime.class, "now"))
                        .or(withoutClock(ZonedDateTime.class, "now"))
                        .or(withoutArguments(Date.class, "<init>"))
                        .or(calls(System.class, "currentTimeMillis|nanoTime"))
                        .or(calls(Clock.class, "system.*|tick.*")))
                .as("time comes from the wiring");
    }

    private static ArchRule chanceComesFromWiring(Rooms rooms) {
        return outside(rooms, "bootstrap.wiring..")
                .should()
                .callCodeUnitWhere(calls(UUID.class, "randomUUID")
                        .or(calls(Math.class, "random"))
                        .or(calls(StrictMath.class, "random"))
                        .or(makes(Random.class))
                        .or(calls(ThreadLocalRandom.class, "current"))
                        .or(calls(RandomGenerator.class, "getDefault|of")))
                .as("chance comes from the wiring");
    }

    private static ArchRule environmentComesFromSettings(Rooms rooms) {
        return outside(rooms, "bootstrap.settings..")
                .should()
                .callCodeUnitWhere(calls(System.class, "getenv|getProperty|getProperties"))
                .as("environment and system properties come from the settings");
    }

    private static ArchRule threadsComeFromRuntime(Rooms rooms) {
        return outside(rooms, "bootstrap.runtime..")
                .should()
                .callCodeUnitWhere(makes(Thread.class)
                        .or(calls(Thread.class, "sleep"))
                        .or(calls(Executors.class, ".*"))
                        .or(makes(ThreadPoolExecutor.class))
                        .or(makes(ForkJoinPool.class))
                        .or(makes(Timer.class))
                        .or(onCommonPool()))
                .as("threads come from the runtime");
    }

    private static ArchRule requestFactsAreParameters(Rooms rooms) {
        return noFields().should().beAnnotatedWith(Context.class);
    }

    private static ArchRule loggersArePrivate(Rooms rooms) {
        return fields().that()
                .haveRawType(Logger.class)
                .should()
                .bePrivate()
                .andShould()
                .beStatic()
                .andShould()
                .beFinal();
    }

    private static GivenClassesConjunction outside(Rooms rooms, String pattern) {
        return noClasses()
                .that()
                .resideInAPackage(rooms.root() + "..")
                .and()
                .resideOutsideOfPackages(rooms.in(pattern));
    }

    private static DescribedPredicate<JavaCall<?>> calls(Class<?> type, String nameRegex) {
        return call(type, nameRegex, arguments -> true);
    }

    private static DescribedPredicate<JavaCall<?>> withoutArguments(Class<?> type, String name) {
        return call(type, name, List::isEmpty);
    }

    /** A call of the system's clock; one that is handed a clock is fine. */
    private static DescribedPredicate<JavaCall<?>> withoutClock(Class<?> type, String name) {
        return call(type, name, arguments -> !arguments.contains(Clock.class.getName()));
    }

    /** Constructs the type itself or one derived from it. */
    private static DescribedPredicate<JavaCall<?>> makes(Class<?> type) {
        return DescribedPredicate.describe(
                "new " + type.getSimpleName(),
                call -> call.getName().equals("<init>") && call.getTargetOwner().isAssignableTo(type));
    }

    /** Without an executor it runs on the pool that the whole process shares. */
    private static DescribedPredicate<JavaCall<?>> onCommonPool() {
        return call(CompletableFuture.class, "(supply|run)Async", arguments -> arguments.size() == 1);
    }

    private static DescribedPredicate<JavaCall<?>> call(
            Class<?> type, String nameRegex, Predicate<List<String>> arguments) {
        return DescribedPredicate.describe(
                type.getSimpleName() + "." + nameRegex,
                call -> call.getTargetOwner().isEquivalentTo(type)
                        && call.getName().matches(nameRegex)
                        && arguments.test(call.getTarget().getRawParameterTypes().stream()
                                .map(parameter -> parameter.getName())
                                .toList()));
    }
}
