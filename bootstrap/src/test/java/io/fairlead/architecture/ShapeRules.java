package io.fairlead.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.conditions.ArchConditions.haveOnlyFinalFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static io.fairlead.architecture.HouseRule.rule;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import io.fairlead.architecture.bad.adapters.persistence.ForgottenStore;
import io.fairlead.architecture.bad.application.port.IsNoPort;
import io.fairlead.architecture.bad.application.provisioning.SecretService;
import io.fairlead.architecture.bad.domain.CanBeExtended;
import io.fairlead.architecture.bad.domain.Changeable;
import io.fairlead.architecture.bad.domain.HasSetter;
import io.fairlead.architecture.bad.domain.ThingCommon;
import io.fairlead.architecture.bad.domain.ThingHelper;
import io.fairlead.architecture.bad.domain.ThingImpl;
import io.fairlead.architecture.bad.domain.ThingManager;
import io.fairlead.architecture.bad.domain.ThingUtil;
import io.fairlead.architecture.bad.domain.ThingUtils;
import io.fairlead.architecture.bad.domain.here.Here;
import io.fairlead.architecture.bad.domain.there.There;
import java.util.List;

/** What types look like. */
final class ShapeRules {
    private ShapeRules() {}

    static List<HouseRule> all() {
        return List.of(
                rule(15, ShapeRules::portsAreInterfaces).brokenBy(IsNoPort.class),
                rule(16, ShapeRules::servicesStandBehindDoors).brokenBy(SecretService.class),
                rule(17, ShapeRules::rolesArePorts).brokenBy(ForgottenStore.class),
                rule(18, ShapeRules::domainIsClosed).brokenBy(CanBeExtended.class),
                rule(18, ShapeRules::domainIsImmutable).brokenBy(Changeable.class),
                rule(19, ShapeRules::nobodySets).brokenBy(HasSetter.class),
                rule(20, ShapeRules::packagesFormNoCycle).brokenBy(Here.class, There.class),
                rule(21, ShapeRules::namesSaySomething)
                        .brokenBy(
                                ThingUtil.class,
                                ThingUtils.class,
                                ThingHelper.class,
                                ThingManager.class,
                                ThingImpl.class,
                                ThingCommon.class));
    }

    /** The kinds of a port's errors and answers are enums within it. */
    private static ArchRule portsAreInterfaces(Rooms rooms) {
        return classes()
                .that()
                .resideInAPackage(rooms.ports())
                .and()
                .areTopLevelClasses()
                .should(be(describe(
                        "an interface, a record or an exception",
                        type -> type.isInterface()
                                || type.isRecord()
                                || type.isAssignableTo(Exception.class)
                                || isPackageInfo(type))));
    }

    /** What others can construct is a driving port's implementation, a part of one, or a value. */
    private static ArchRule servicesStandBehindDoors(Rooms rooms) {
        return classes()
                .that()
                .resideInAnyPackage(rooms.doors())
                .and()
                .haveSimpleNameEndingWith("Service")
                .should(be(describe(
                        "an implementation of a public interface of its package",
                        type -> type.getAllRawInterfaces().stream()
                                .anyMatch(port -> port.getPackage().equals(type.getPackage())
                                        && port.getModifiers().contains(JavaModifier.PUBLIC)))));
    }

    private static ArchRule rolesArePorts(Rooms rooms) {
        return classes()
                .that(describe(
                        "are named as a port",
                        type -> type.getSimpleName().matches(".*(Store|Registry|Allocator|UnitOfWork)")))
                .and()
                .resideInAPackage(rooms.adapters())
                .should(be(describe(
                        "an implementation of a driven port",
                        type -> type.getAllRawInterfaces().stream()
                                .anyMatch(port -> port.getPackageName().equals("io.fairlead.application.port")))));
    }

    private static ArchRule domainIsClosed(Rooms rooms) {
        return classes()
                .that()
                .resideInAPackage(rooms.domain())
                .and(areOrdinary())
                .should()
                .haveModifier(JavaModifier.FINAL);
    }

    private static ArchRule domainIsImmutable(Rooms rooms) {
        return classes()
                .that()
                .resideInAPackage(rooms.domain())
                .and(areOrdinary())
                .should(haveOnlyFinalFields());
    }

    private static ArchRule nobodySets(Rooms rooms) {
        return noMethods()
                .that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(rooms.domain(), rooms.application())
                .and()
                .arePublic()
                .and()
                .haveRawReturnType(void.class)
                .should()
                .haveNameMatching("set[A-Z].*");
    }

    private static ArchRule packagesFormNoCycle(Rooms rooms) {
        return slices().matching(rooms.root() + ".(**)").should().beFreeOfCycles();
    }

    private static ArchRule namesSaySomething(Rooms rooms) {
        return noClasses()
                .that()
                .resideInAPackage(rooms.root() + "..")
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Common)(\\$.*)?");
    }

    private static DescribedPredicate<JavaClass> areOrdinary() {
        return describe(
                "are neither records, enums nor interfaces",
                type -> !type.isRecord()
                        && !type.isEnum()
                        && !type.isInterface()
                        && !type.isAnonymousClass()
                        && !isPackageInfo(type));
    }

    private static boolean isPackageInfo(JavaClass type) {
        return type.getSimpleName().equals("package-info");
    }
}
