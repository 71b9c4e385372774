package io.fairlead.bootstrap.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTargetTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/health",
                "/0ne00AB12CD/registrations/some-device_1:a.b/register",
                "/enrollments/a%2Db",
                "/enrollments/%c3%a4",
                "/enrollments/a..b",
                "/enrollments/...",
                "/enrollments/a;b=c",
                "//health",
                "/a%2fb",
                "/$iothub/websocket"
            })
    void isSoundShouldHoldWhenTheContainerReadsThePathAsItWasSent(String path) {
        assertThat(RequestTarget.isSound(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%zz",
                "/%",
                "/%2",
                "/a%4",
                "/%00",
                "/a%0ab",
                "/%7f",
                "/a\\b",
                "/a%5cb",
                "/..%2f",
                "/x/../health",
                "/x/%2e%2e/health",
                "/x/..",
                "/./x",
                "/x/.",
                "/%c0%ae",
                "/%ff",
                "/\u00e4",
                "/%ed%a0%80"
            })
    void isSoundShouldFailWhenTheContainerWouldAnswerByItselfOrReadAnotherPath(String path) {
        assertThat(RequestTarget.isSound(path)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "/health, true",
        "/health/ready, true",
        "/metrics, true",
        "/metrics/base, true",
        "/healthy, false",
        "/Health, false",
        "/, false",
        "/enrollments/health, false",
        "//health, false",
        "/health;a, false"
    })
    void isInternalShouldHoldForHealthAndMetricsAlone(String path, boolean internal) {
        assertThat(RequestTarget.isInternal(path)).isEqualTo(internal);
    }
}
