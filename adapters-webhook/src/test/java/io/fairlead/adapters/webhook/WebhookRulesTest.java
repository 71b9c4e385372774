package io.fairlead.adapters.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.domain.allocation.CustomAllocation;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookRulesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://allocate.example.com/api",
                "HTTPS://8.8.8.8:8443/",
                "https://[2606:4700::1111]/",
                "https://localhost.example.com/"
            })
    void publicAddressShouldBePermitted(String address) {
        assertThat(fault(false, false, address)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://allocate.example.com/", "HTTP://8.8.8.8/"})
    void plainHttpShouldBeRefusedUnlessItIsPermitted(String address) {
        assertThat(fault(false, true, address).orElseThrow()).contains("https:", "FAIRLEAD_WEBHOOK_ALLOW_HTTP");
        assertThat(fault(true, false, address)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/",
                "https://10.1.2.3/",
                "https://169.254.169.254/latest",
                "https://[::1]/",
                "https://[fe80::1]/",
                "https://[::ffff:10.0.0.1]/",
                "https://localhost:8443/",
                "https://api.LOCALHOST/"
            })
    void hostThatIsNotPublicShouldBeRefusedUnlessItIsPermitted(String address) {
        assertThat(fault(false, false, address).orElseThrow()).contains("not public", "FAIRLEAD_WEBHOOK_ALLOW_PRIVATE");
        assertThat(fault(false, true, address)).isEmpty();
    }

    @Test
    void namesShouldBeLeftToTheCall() {
        assertThat(fault(false, false, "https://name-that-nobody-knows.invalid/"))
                .isEmpty();
    }

    private static Optional<String> fault(boolean http, boolean own, String address) {
        WebhookSettings settings = new WebhookSettings(http, own, Duration.ofSeconds(5), 1);
        return new WebhookRules(settings).fault(new CustomAllocation(CustomAllocation.address(address), "2021-10-01"));
    }
}
