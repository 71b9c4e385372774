package io.fairlead.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static io.fairlead.architecture.HouseRule.rule;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import io.fairlead.architecture.bad.adapters.json.KnowsTheWire;
import io.fairlead.architecture.bad.adapters.persistence.CallsDoor;
import io.fairlead.architecture.bad.adapters.persistence.RowReader;
import io.fairlead.architecture.bad.adapters.rest.KnowsBootstrap;
import io.fairlead.architecture.bad.adapters.rest.LeansOnNeighbour;
import io.fairlead.architecture.bad.adapters.rest.ReachesForPort;
import io.fairlead.architecture.bad.adapters.rest.SkipsTheDoor;
import io.fairlead.architecture.bad.application.provisioning.OpensConnection;
import io.fairlead.architecture.bad.domain.LooksAtClock;
import io.fairlead.architecture.bad.domain.OpensSocket;
import io.fairlead.architecture.bad.transport.KnowsTheService;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/** Who may know whom. */
final class LayerRules {
    private static final String[] VALUES_OF_THE_JDK = {
        "java.lang..",
        "java.util..",
        "java.time..",
        "java.math..",
        "java.nio.charset..",
        "java.security..",
        "javax.crypto..",
        "javax.security.auth.x500.."
    };
    private static final String[] NOT_FOR_THE_DOMAIN = {
        "java.util.concurrent..",
        "java.util.random..",
        "java.util.logging..",
        "java.util.prefs..",
        "java.lang.reflect.."
    };
    private static final Set<String> SINGLE_VALUES_OF_THE_JDK =
            Set.of(URI.class.getName(), ByteArrayInputStream.class.getName());

    private LayerRules() {}

    static List<HouseRule> all() {
        return List.of(
                rule(1, LayerRules::domainStandsAlone)
                        .brokenBy(OpensSocket.class)
                        .reporting("java.net.Socket"),
                rule(2, LayerRules::domainHasNoClock).brokenBy(LooksAtClock.class),
                rule(3, LayerRules::applicationStandsOnDomain).brokenBy(OpensConnection.class),
                rule(4, LayerRules::adaptersAreStrangers).brokenBy(LeansOnNeighbour.class, RowReader.class),
                rule(4, LayerRules::leavesKnowNobody).brokenBy(KnowsTheWire.class),
                rule(4, LayerRules::transportKnowsNobody).brokenBy(KnowsTheService.class),
                rule(5, LayerRules::nobodyKnowsBootstrap).brokenBy(KnowsBootstrap.class),
                rule(6, LayerRules::adaptersUseDoors)
                        .brokenBy(SkipsTheDoor.class)
                        .reporting("SecretService"),
                rule(7, LayerRules::drivingAdaptersLeavePortsAlone).brokenBy(ReachesForPort.class),
                rule(7, LayerRules::drivenAdaptersLeaveDoorsAlone).brokenBy(CallsDoor.class));
    }

    private static ArchRule domainStandsAlone(Rooms rooms) {
        return classes()
                .that()
                .resideInAPackage(rooms.domain())
                .should()
                .onlyDependOnClassesThat(resideInAPackage(rooms.domain()).or(valuesOfTheJdk()));
    }

    private static ArchRule domainHasNoClock(Rooms rooms) {
        return noClasses()
                .that()
                .resideInAPackage(rooms.domain())
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Clock.class);
    }

    private static ArchRule applicationStandsOnDomain(Rooms rooms) {
        return classes()
                .that()
                .resideInAPackage(rooms.application())
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(rooms.application(), rooms.domain())
                        .or(valuesOfTheJdk())
                        .or(resideInAnyPackage("java.util.concurrent..", "java.util.random..", "org.slf4j")));
    }

    /** The vocabulary of the wire is for transports, strict JSON and sealed texts for whoever needs them. */
    private static ArchRule adaptersAreStrangers(Rooms rooms) {
        return slices().matching(rooms.root() + ".adapters.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(
                        not(resideInAnyPackage(rooms.in("adapters.persistence..", "adapters.hubsim.."))),
                        resideInAPackage(rooms.in("adapters.wire..")[0]))
                .ignoreDependency(DescribedPredicate.alwaysTrue(), resideInAnyPackage(leaves(rooms)));
    }

    private static String[] leaves(Rooms rooms) {
        return rooms.in("adapters.json..", "adapters.sealing..");
    }

    private static ArchRule leavesKnowNobody(Rooms rooms) {
        return noClasses()
                .that()
                .resideInAnyPackage(leaves(rooms))
                .should()
                .dependOnClassesThat(resideInAPackage(rooms.root() + "..").and(not(resideInAnyPackage(leaves(rooms)))));
    }

    private static ArchRule transportKnowsNobody(Rooms rooms) {
        String transport = rooms.in("transport..")[0];
        return noClasses()
                .that()
                .resideInAPackage(transport)
                .should()
                .dependOnClassesThat(resideInAPackage(rooms.root() + "..").and(not(resideInAPackage(transport))));
    }

    private static ArchRule nobodyKnowsBootstrap(Rooms rooms) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(rooms.bootstrap())
                .should()
                .dependOnClassesThat()
                .resideInAPackage(rooms.bootstrap());
    }

    private static ArchRule adaptersUseDoors(Rooms rooms) {
        return noClasses()
                .that()
                .resideInAPackage(rooms.adapters())
                .should()
                .dependOnClassesThat(resideInAnyPackage(rooms.doors())
                        .and(describe(
                                "are neither driving ports nor their commands",
                                type -> !type.isInterface() && !type.isRecord() && !type.isEnum())));
    }

    private static ArchRule drivingAdaptersLeavePortsAlone(Rooms rooms) {
        return noClasses()
                .that()
                .resideInAnyPackage(
                        rooms.in("adapters.wire..", "adapters.rest..", "adapters.mqtt..", "adapters.amqp.."))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(rooms.ports());
    }

    private static ArchRule drivenAdaptersLeaveDoorsAlone(Rooms rooms) {
        return noClasses()
                .that()
                .resideInAnyPackage(rooms.in("adapters.persistence..", "adapters.hubsim.."))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(rooms.doors());
    }

    private static DescribedPredicate<JavaClass> valuesOfTheJdk() {
        DescribedPredicate<JavaClass> single =
                describe("single values of the JDK", type -> SINGLE_VALUES_OF_THE_JDK.contains(type.getName()));
        DescribedPredicate<JavaClass> primitive =
                describe("primitive", type -> type.getBaseComponentType().isPrimitive());
        return resideInAnyPackage(VALUES_OF_THE_JDK)
                .and(not(resideInAnyPackage(NOT_FOR_THE_DOMAIN)))
                .or(single)
                .or(primitive);
    }
}
