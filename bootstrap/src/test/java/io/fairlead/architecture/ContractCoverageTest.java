package io.fairlead.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Rule 32: what a driven port promises is a test interface named as its contract, and every implementation has a test in
 * its module that takes that contract on.
 */
class ContractCoverageTest {
    private static final String PORTS = "io.fairlead.application.port";
    private static final String CONTRACTS = "io.fairlead.application.contract";

    /** Ports that promise nothing that a test could hold every implementation to. */
    private static final Map<String, String> WITHOUT_CONTRACT = new TreeMap<>(Map.of(
            "FaultScriptCheck", "what a script is, the simulated hubs say themselves",
            "IdSource", "what matters, that ids cannot be guessed, no test can show",
            "LinkedHubDirectory", "one getter",
            "ProcessingNudge", "a hint that may be lost",
            "SecretsKeyBook", "what is forgotten shows at the next start: KeyRegisterTest",
            "ProvisioningObserver", "hears, and answers nothing",
            "Stores", "a list of stores; its one statement has the DossierContract",
            "WebhookCheck", "what may be asked is the adapter's settings alone"));

    private static final JavaClasses TESTS = new ClassFileImporter()
            .importPaths(SourceTree.modules().stream()
                    .map(module -> module.resolve("target/test-classes"))
                    .filter(Files::isDirectory)
                    .toList());

    static Stream<JavaClass> ports() {
        return House.all().stream().filter(ContractCoverageTest::isPort);
    }

    private static boolean isPort(JavaClass type) {
        return type.getPackageName().equals(PORTS)
                && type.isInterface()
                && type.isTopLevelClass()
                && !type.getSimpleName().equals("package-info");
    }

    /** Implementations by name; a lambda has none and needs none. */
    static Stream<JavaClass> implementations() {
        return House.all().stream()
                .filter(type -> !type.isInterface())
                .filter(type -> portsOf(type).findAny().isPresent());
    }

    @ParameterizedTest
    @MethodSource("ports")
    void portShouldHaveContractOrReasonToHaveNone(JavaClass port) {
        boolean hasContract = TESTS.contain(contractOf(port.getSimpleName()));
        assertThat(hasContract).isNotEqualTo(WITHOUT_CONTRACT.containsKey(port.getSimpleName()));
    }

    @ParameterizedTest
    @MethodSource("implementations")
    void implementationShouldBeHeldToItsContract(JavaClass implementation) {
        portsOf(implementation)
                .filter(port -> !WITHOUT_CONTRACT.containsKey(port))
                .forEach(port -> assertThat(takingOn(port, module(implementation)))
                        .as("tests of %s that take on the contract of %s", implementation.getSimpleName(), port)
                        .isNotEmpty());
    }

    @Test
    void contractsShouldBeNamedAsSuch() {
        assertThat(misnamed(TESTS.stream().filter(type -> type.getPackageName().startsWith(CONTRACTS))))
                .isEmpty();
    }

    @Test
    void misnamedShouldReportInterfaceWithTestsOfAnotherName() {
        assertThat(misnamed(new ClassFileImporter().importClasses(PromisesSomething.class).stream()))
                .containsExactly("PromisesSomething");
    }

    @Test
    void takingOnShouldFindNoTestWhereThereIsNone() {
        assertThat(takingOn("UnitOfWork", "adapters.rest")).isEmpty();
        assertThat(takingOn("UnitOfWork", "adapters.persistence")).isNotEmpty();
    }

    /** A bad example: it is a contract and not named as one. */
    interface PromisesSomething {
        @Test
        default void somethingShouldHold() {}
    }

    private static List<String> misnamed(Stream<JavaClass> types) {
        return types.filter(JavaClass::isInterface)
                .filter(type -> type.getMethods().stream().anyMatch(method -> method.isAnnotatedWith(Test.class)))
                .map(JavaClass::getSimpleName)
                .filter(name -> !name.endsWith("Contract"))
                .toList();
    }

    private static Stream<String> portsOf(JavaClass type) {
        return type.getAllRawInterfaces().stream()
                .filter(ContractCoverageTest::isPort)
                .map(JavaClass::getSimpleName);
    }

    private static Set<String> takingOn(String port, String module) {
        return TESTS.stream()
                .filter(type -> !type.isInterface() && type.getPackageName().startsWith("io.fairlead." + module))
                .filter(type -> type.getAllRawInterfaces().stream()
                        .anyMatch(contract -> contract.getName().equals(contractOf(port))))
                .map(JavaClass::getName)
                .collect(Collectors.toSet());
    }

    private static String contractOf(String port) {
        return CONTRACTS + "." + port + "Contract";
    }

    /** {@code adapters.persistence} of {@code io.fairlead.adapters.persistence.sql.X}. */
    private static String module(JavaClass type) {
        String[] parts = type.getPackageName().split("\\.");
        return parts[2].equals("adapters") ? parts[2] + "." + parts[3] : parts[2];
    }
}
