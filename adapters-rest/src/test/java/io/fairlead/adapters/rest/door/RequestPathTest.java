package io.fairlead.adapters.rest.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestPathTest {

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "/, /",
        "/enrollments/a, /enrollments/a",
        "/Enrollments/A/, /enrollments/A",
        "/enrollments/, /enrollments",
        "/enrollmentgroups/G/AttestationMechanism, /enrollmentGroups/G/attestationmechanism",
        "/ENROLLMENTGROUPS/query, /enrollmentGroups/query",
        "/REGISTRATIONS/a/QUERY, /registrations/a/query",
        "/Scope/Registrations/Id/Register, /Scope/registrations/Id/register",
        "/scope/registrations/id/OPERATIONS/4.Ab, /scope/registrations/id/operations/4.Ab",
        "/scope/registrations/id/, /scope/registrations/id",
        "/enrollments/register, /enrollments/register",
        "/enrollments/REGISTRATIONS, /enrollments/REGISTRATIONS",
        "/scope/registrations/REGISTER/register, /scope/registrations/REGISTER/register",
        "/Elsewhere/Enrollments, /Elsewhere/Enrollments",
        "/enrollments/a%3Ab, /enrollments/a%3Ab",
        "/enrollments/%61, /enrollments/%61",
        "/a/b/c/d/e/f/g/h, /a/b/c/d/e/f/g/h",
    })
    void canonicalShouldSpellFixedWordsOneWayAndLeaveIdsAlone(String path, String canonical) {
        assertThat(RequestPath.canonical(path)).contains(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//",
                "//a",
                "/a//",
                "/a//b",
                "/.",
                "/..",
                "/a/./b",
                "/a/../b",
                "/%2e",
                "/%2E%2e/a",
                "/a/.%2e/b",
                "/a%2fb",
                "/a%2Fb",
                "/a%5Cb",
                "/a\\b",
                "/a;b",
                "/a%3Bb",
                "/;",
                "/a%00",
                "/a%0a",
                "/a%7f",
                "/a%",
                "/a%2",
                "/a%zz",
                "/%ff",
                "/%c0%af",
                "/ü",
                "/a%c3"
            })
    void canonicalShouldRefuseWhatCanBeReadTwoWays(String path) {
        assertThat(RequestPath.canonical(path)).isEmpty();
    }
}
