package io.fairlead.adapters.wire.operating;

import io.fairlead.adapters.json.JsonText;
import io.fairlead.adapters.wire.body.Fields;
import io.fairlead.application.paging.Page;
import io.fairlead.domain.device.DeviceTwin;
import io.fairlead.domain.device.HubSnapshot;
import io.fairlead.domain.operation.HubDuty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Hub duties and parked conflicts as operators read them. */
public final class DutyJson {
    private DutyJson() {}

    /**
     * A page.
     *
     * @param shown those of its duties that are asked for
     */
    public static byte[] page(Page<HubDuty> page, List<HubDuty> shown) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("value", shown.stream().map(DutyJson::tree).toList());
        page.next().ifPresent(next -> tree.put("next", next));
        return JsonText.write(tree);
    }

    public static byte[] write(HubDuty duty) {
        return JsonText.write(tree(duty));
    }

    private static Map<String, Object> tree(HubDuty duty) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", duty.id());
        tree.put("registrationId", duty.registrationId().value());
        tree.put("kind", Fields.camelCase(duty.kind()));
        tree.put("hub", duty.place().hub().value());
        tree.put("deviceId", duty.place().device().value());
        tree.put("operationId", duty.operation().value());
        tree.put("attempts", duty.attempts());
        duty.lastError().ifPresent(error -> tree.put("lastError", error));
        duty.movedTo().ifPresent(to -> tree.put("movedTo", to.key().hub().value()));
        duty.conflict().ifPresent(conflict -> {
            tree.put("left", version(conflict.left()));
            conflict.arrived().ifPresent(arrived -> tree.put("arrived", version(arrived)));
            tree.put(
                    "disputed",
                    conflict.disputed().stream().map(Fields::camelCase).toList());
        });
        return tree;
    }

    /** One of the two versions of a device. */
    private static Map<String, Object> version(HubSnapshot device) {
        DeviceTwin twin = device.state().twin();
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("hub", device.key().hub().value());
        tree.put("tags", twin.tags().members());
        tree.put("desired", twin.desired().content().members());
        tree.put("reported", twin.reported().content().members());
        return tree;
    }
}
