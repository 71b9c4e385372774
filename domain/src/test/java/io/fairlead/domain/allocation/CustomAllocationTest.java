package io.fairlead.domain.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CustomAllocationTest {
    private static final String SECRET = "s3cret";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://allocate.example.com/api/hub?code=s3cret",
                "http://10.0.0.1:8080/",
                "HTTPS://[2001:db8::1]:443/x"
            })
    void addressShouldBeReadWhenItIsOneOfTheWeb(String text) {
        assertThat(CustomAllocation.address(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "allocate.example.com/s3cret",
                "/api?code=s3cret",
                "ftp://allocate.example.com/s3cret",
                "file:///etc/s3cret",
                "https:///api?code=s3cret",
                "https://user:s3cret@allocate.example.com/",
                "https://allocate.example.com/#s3cret",
                "https://allocate.example.com:0/s3cret",
                "https://allocate.example.com:65536/s3cret",
                "https://alloc ate.example.com/s3cret",
                "https://host_with_no_name?code=s3cret"
            })
    void addressShouldBeRefusedWithoutBeingQuotedWhenItIsNone(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CustomAllocation.address(text))
                .withMessageNotContaining(SECRET);
    }

    @Test
    void addressShouldBeRefusedWhenItIsTooLong() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CustomAllocation.address("https://allocate.example.com/" + "a".repeat(2048)));
    }

    @Test
    void toStringShouldMaskTheQuery() {
        CustomAllocation it = new CustomAllocation(
                CustomAllocation.address("https://allocate.example.com:444/api/hub?code=s3cret"), "2021-10-01");
        assertThat(it).hasToString("https://allocate.example.com:444/api/hub?*** at 2021-10-01");
    }
}
