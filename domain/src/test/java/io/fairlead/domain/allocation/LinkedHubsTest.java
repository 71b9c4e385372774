package io.fairlead.domain.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.fairlead.domain.identity.HubName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hubs are linked once, with a weight of 1 to 1000. */
class LinkedHubsTest {
    @Test
    void hubShouldNotBeLinkedTwice() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LinkedHubs.of(LinkedHub.of("a.example.com"), LinkedHub.of("A.example.com")));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1001})
    void weightShouldBeRefused(int weight) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LinkedHub(new HubName("a.example.com"), weight, true))
                .withMessageContaining("1 to 1000");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1000})
    void weightShouldBeAccepted(int weight) {
        assertThatCode(() -> new LinkedHub(new HubName("a.example.com"), weight, true))
                .doesNotThrowAnyException();
    }

    @Test
    void hubShouldBeFoundByName() {
        LinkedHubs hubs = LinkedHubs.of(LinkedHub.of("a.example.com"));
        assertThat(hubs.contains(new HubName("A.EXAMPLE.com"))).isTrue();
        assertThat(hubs.contains(new HubName("b.example.com"))).isFalse();
    }
}
