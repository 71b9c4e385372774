package io.fairlead.adapters.wire.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.application.problem.Problem;
import io.fairlead.application.problem.ProvisioningException;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceAddressTest {

    @Test
    void parseShouldTakeScopeAndIdAsTheyWereWritten() {
        DeviceAddress address = DeviceAddress.parse("0ne00FAIR01/Registrations/Dev-1");

        assertThat(address.idScope()).isEqualTo("0ne00FAIR01");
        assertThat(address.id().value()).isEqualTo("Dev-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0ne00FAIR01",
                "0ne00FAIR01/registrations",
                "0ne00FAIR01/registrations/",
                "/registrations/dev-1",
                "0ne00FAIR01/devices/dev-1",
                "0ne00FAIR01/registrations/dev-1/",
                "0ne00FAIR01/registrations/dev 1",
                "0ne00FAIR01/registrations/dev-1/register"
            })
    void parseShouldRefuseWhenTheTextIsOfAnotherForm(String text) {
        assertThatThrownBy(() -> DeviceAddress.parse(text))
                .asInstanceOf(InstanceOfAssertFactories.type(ProvisioningException.class))
                .extracting(refusal -> refusal.problem().kind())
                .isEqualTo(Problem.Kind.INVALID);
    }
}
