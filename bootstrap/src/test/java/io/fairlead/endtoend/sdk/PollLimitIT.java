package io.fairlead.endtoend.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.endtoend.SharedServer;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The one quota that holds unless an operator says otherwise, on the server as shipped. */
@ExtendWith(SdkClients.class)
class PollLimitIT {
    /** More than the server allows, which tells devices to wait 1 s: 10 in 10 s. */
    private static final int POLLS = 40;

    private final SdkService service;

    PollLimitIT(SdkService service) {
        this.service = service;
    }

    @Test
    void deviceThatDoesNotWaitShouldBeToldTo() throws Exception {
        SdkEntry entry = SdkEntry.of(EntryKind.INDIVIDUAL, "impatient", SharedServer.HUBS.get(0));
        service.save(entry);
        service.register(entry);

        List<HttpResponse<String>> answers =
                new OldDevice(service.server(), entry.device(), entry.deviceKey()).pollAtOnce("2019-03-31", POLLS);

        assertThat(answers.subList(0, 9)).allMatch(answer -> answer.statusCode() == 200);
        HttpResponse<String> last = answers.get(POLLS - 1);
        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(last.headers().firstValue("Retry-After").orElseThrow()).matches("[1-9][0-9]*");
        assertThat(last.body()).startsWith("{\"errorCode\":429001,").contains("too many polls of this device");
    }
}
