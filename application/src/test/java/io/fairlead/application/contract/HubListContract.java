package io.fairlead.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.application.paging.Page;
import io.fairlead.application.paging.PageRequest;
import io.fairlead.domain.device.HubDeviceKey;
import io.fairlead.domain.identity.DeviceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The devices of a hub, page by page. */
public interface HubListContract extends HubContract {

    @Test
    default void listShouldShowEachDeviceOnceOverAllPages() {
        List<DeviceId> made = Stream.generate(() -> created(someKey()).key().device())
                .limit(7)
                .toList();
        created(HubSamples.key(otherHub()));
        List<DeviceId> listed = listed(3);
        assertThat(listed).containsAll(made).doesNotHaveDuplicates();
        assertThat(listed).isEqualTo(listed(1000));
        assertThat(hubs().list(hub(), PageRequest.first(1000)).next()).isEmpty();
    }

    @Test
    default void listShouldNotShowDevicesOfAnotherHub() {
        HubDeviceKey elsewhere = HubSamples.key(otherHub());
        created(elsewhere);
        assertThat(listed(1000)).doesNotContain(elsewhere.device());
    }

    @Test
    default void listShouldGoOnWhenTheLastSeenDeviceIsGone() {
        created(someKey());
        HubDeviceKey key = someKey();
        created(key);
        Page<DeviceId> first = hubs().list(hub(), PageRequest.first(1));
        HubDeviceKey seen = new HubDeviceKey(hub(), first.items().get(0));
        List<DeviceId> all = listed(1000);
        hubs().delete(seen, read(seen).versions());
        assertThat(hubs().list(hub(), new PageRequest(1000, first.next())).items())
                .isEqualTo(all.subList(1, all.size()));
    }

    private List<DeviceId> listed(int size) {
        List<DeviceId> listed = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            Page<DeviceId> page = hubs().list(hub(), new PageRequest(size, after));
            assertThat(page.items()).hasSizeLessThanOrEqualTo(size);
            listed.addAll(page.items());
            after = page.next();
        } while (after.isPresent());
        return listed;
    }
}
