package io.fairlead.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;

/** The classes that the rules are held against: of all modules that this one stands on, and its own; no tests. */
final class House {
    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages(Rooms.HOUSE.root());

    private static final JavaClasses EXAMPLES = new ClassFileImporter().importPackages(Rooms.BAD_EXAMPLES.root());

    private House() {}

    static JavaClasses all() {
        return ALL;
    }

    /** Without the classes that are exempt from this rule. */
    static JavaClasses bound(int rule) {
        return ALL.that(DescribedPredicate.<JavaClass>describe(
                "bound by rule " + rule, type -> !Exemption.covers(rule, type.getName())));
    }

    /** These of the bad examples. */
    static JavaClasses examples(List<Class<?>> wanted) {
        return EXAMPLES.that(DescribedPredicate.describe(
                "the examples", type -> wanted.stream().map(Class::getName).anyMatch(type.getName()::equals)));
    }
}
