package io.fairlead.adapters.persistence.document;

import io.fairlead.domain.device.DeviceTwin;
import io.fairlead.domain.device.InitialTwin;
import io.fairlead.domain.device.TwinDocument;
import io.fairlead.domain.device.TwinSection;

/** Twins as stored. */
public final class TwinForm {
    private TwinForm() {}

    public static DocumentWriter of(InitialTwin twin) {
        return new DocumentWriter().put("tags", twin.tags()).put("desired", twin.desired());
    }

    public static InitialTwin initialTwin(DocumentReader stored) {
        return new InitialTwin(
                stored.document("tags", TwinDocument.EMPTY), stored.document("desired", TwinDocument.EMPTY));
    }

    public static DocumentWriter of(DeviceTwin twin) {
        return new DocumentWriter()
                .put("tags", twin.tags())
                .put("desired", of(twin.desired()))
                .put("reported", of(twin.reported()));
    }

    public static DeviceTwin twin(DocumentReader stored) {
        return new DeviceTwin(
                stored.document("tags", TwinDocument.EMPTY),
                stored.object("desired", TwinForm::section),
                stored.object("reported", TwinForm::section));
    }

    private static DocumentWriter of(TwinSection section) {
        return new DocumentWriter().put("content", section.content()).put("version", section.version());
    }

    private static TwinSection section(DocumentReader stored) {
        return new TwinSection(stored.document("content", TwinDocument.EMPTY), stored.whole("version"));
    }
}
