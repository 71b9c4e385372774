package io.fairlead.adapters.hubsim.device;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.domain.device.HubDeviceKey;
import io.fairlead.domain.identity.DeviceId;
import io.fairlead.domain.identity.HubName;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class EnabledTwiceTest {
    private final EnabledTwice judge = new EnabledTwice();
    private long number;

    @Test
    void moveShouldBeFineWhenTheOldHubLetsGoFirst() {
        hear("a", "hub-1", true);
        hear("a", "hub-1", false);
        hear("a", "hub-2", false);
        hear("a", "hub-2", true);
        hear("a", "hub-1", false);
        hear("a", "hub-1", true);
        assertThat(judge.found()).extracting(DeviceChange::number).containsExactly(6L);
    }

    @Test
    void moveShouldBeFoundWhenBothHubsLetTheDeviceIn() {
        hear("a", "hub-1", true);
        DeviceChange wrong = hear("a", "hub-2", true);
        hear("a", "hub-2", true);
        hear("a", "hub-1", false);
        assertThat(judge.found()).containsExactly(wrong);
    }

    @Test
    void devicesShouldBeJudgedApart() {
        hear("a", "hub-1", true);
        hear("b", "hub-2", true);
        assertThat(judge.found()).isEmpty();
    }

    private DeviceChange hear(String device, String hub, boolean enabled) {
        DeviceChange change = new DeviceChange(
                new HubDeviceKey(new HubName(hub), new DeviceId(device)),
                ++number,
                DeviceChange.Kind.STATUS,
                enabled,
                "1",
                Instant.EPOCH);
        judge.hear(change);
        return change;
    }
}
