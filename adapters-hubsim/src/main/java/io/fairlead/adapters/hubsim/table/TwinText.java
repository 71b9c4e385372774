package io.fairlead.adapters.hubsim.table;

import io.fairlead.adapters.json.JsonMembers;
import io.fairlead.adapters.json.JsonText;
import io.fairlead.domain.device.DeviceTwin;
import io.fairlead.domain.device.ModuleState;
import io.fairlead.domain.device.TwinDocument;
import io.fairlead.domain.device.TwinSection;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Twin documents and modules as the JSON text of a column, opaque to the database. */
final class TwinText {
    private TwinText() {}

    static String of(TwinDocument document) {
        return text(document.members());
    }

    static TwinDocument document(String text) {
        return new TwinDocument(JsonText.parseObject(bytes(text)).members());
    }

    static String of(List<ModuleState> modules) {
        return text(modules.stream().map(TwinText::tree).toList());
    }

    static List<ModuleState> modules(String text) {
        return ((List<?>) JsonText.parse(bytes(text)))
                .stream().map(JsonMembers::root).map(TwinText::module).toList();
    }

    private static Map<String, Object> tree(ModuleState module) {
        DeviceTwin twin = module.twin();
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("moduleId", module.moduleId());
        members.put("tags", twin.tags().members());
        members.put("desired", twin.desired().content().members());
        members.put("desiredVersion", twin.desired().version());
        members.put("reported", twin.reported().content().members());
        members.put("reportedVersion", twin.reported().version());
        return members;
    }

    private static ModuleState module(JsonMembers members) {
        DeviceTwin twin =
                new DeviceTwin(nested(members, "tags"), section(members, "desired"), section(members, "reported"));
        return new ModuleState(members.text("moduleId").orElseThrow(), twin);
    }

    private static TwinSection section(JsonMembers members, String name) {
        return new TwinSection(
                nested(members, name), members.whole(name + "Version").orElseThrow());
    }

    private static TwinDocument nested(JsonMembers members, String name) {
        return new TwinDocument(members.object(name).orElseThrow().members());
    }

    private static String text(Object tree) {
        return new String(JsonText.write(tree), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
