package io.fairlead.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static io.fairlead.architecture.HouseRule.rule;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchRule;
import io.fairlead.application.port.HubRegistry;
import io.fairlead.application.port.UnitOfWork;
import io.fairlead.architecture.bad.adapters.hubsim.ThrowsChecked;
import io.fairlead.architecture.bad.application.provisioning.HoldsBoth;
import java.util.List;
import java.util.Set;

/** What keeps a transaction from waiting for a hub, and a failure from passing by. */
final class SafetyRules {
    /** Ports that reach outside; by name, because some come with later adapters. */
    private static final Set<String> OUTSIDE =
            Set.of(HubRegistry.class.getName(), "io.fairlead.application.port.CustomAllocator");

    private SafetyRules() {}

    static List<HouseRule> all() {
        return List.of(
                rule(30, SafetyRules::transactionsAndHubsAreApart).brokenBy(HoldsBoth.class),
                rule(31, SafetyRules::hubsThrowNothingChecked).brokenBy(ThrowsChecked.class));
    }

    private static ArchRule transactionsAndHubsAreApart(Rooms rooms) {
        return noClasses()
                .that()
                .resideInAPackage(rooms.root() + "..")
                .and()
                .resideOutsideOfPackages(rooms.in("bootstrap.wiring.."))
                .should(be(describe(
                        "able to call a hub inside a transaction",
                        type -> dependsOn(type, Set.of(UnitOfWork.class.getName())) && dependsOn(type, OUTSIDE))));
    }

    private static ArchRule hubsThrowNothingChecked(Rooms rooms) {
        return methods()
                .that()
                .areDeclaredInClassesThat()
                .areAssignableTo(HubRegistry.class)
                .should(be(declaringNothingChecked()));
    }

    private static DescribedPredicate<JavaMethod> declaringNothingChecked() {
        return describe(
                "declaring no checked exception",
                method -> method.getExceptionTypes().stream()
                        .allMatch(type -> type.isAssignableTo(RuntimeException.class)));
    }

    private static boolean dependsOn(JavaClass type, Set<String> names) {
        return type.getDirectDependenciesFromSelf().stream()
                .anyMatch(
                        dependency -> names.contains(dependency.getTargetClass().getName()));
    }
}
