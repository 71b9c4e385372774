package io.fairlead.adapters.webhook;

import io.fairlead.adapters.json.InvalidJson;
import io.fairlead.adapters.json.JsonMembers;
import io.fairlead.adapters.json.JsonText;
import io.fairlead.domain.device.InitialTwin;
import io.fairlead.domain.device.TwinDocument;
import io.fairlead.domain.device.TwinLimits;
import io.fairlead.domain.identity.HubName;
import io.fairlead.domain.registration.WebhookReply;
import java.util.List;

/** The body of a webhook's answer (DPS "Custom allocation"). Unknown members are ignored; null is the same as absent. */
final class WebhookResponse {
    private WebhookResponse() {}

    /**
     * Reads an answer.
     *
     * @throws WebhookProblem when it is none; the message names the member, not its content
     */
    static WebhookReply.Answered read(byte[] body) {
        try {
            return answer(JsonText.parseObject(body));
        } catch (InvalidJson | IllegalArgumentException e) {
            throw new WebhookProblem("its answer cannot be used: " + e.getMessage(), e);
        }
    }

    private static WebhookReply.Answered answer(JsonMembers members) {
        String hub = members.text("iotHubHostName").orElseThrow(() -> members.refuse("iotHubHostName", "is missing"));
        return new WebhookReply.Answered(
                new HubName(hub),
                members.object("initialTwin").map(WebhookResponse::twin),
                members.object("payload").map(payload -> new TwinDocument(payload.members())));
    }

    private static InitialTwin twin(JsonMembers members) {
        InitialTwin twin = new InitialTwin(
                document(members, "tags"),
                members.object("properties")
                        .map(properties -> document(properties, "desired"))
                        .orElse(TwinDocument.EMPTY));
        List<String> broken = TwinLimits.IOT_HUB.violations(twin.asTwin());
        if (!broken.isEmpty()) {
            throw members.refuse("initialTwin", broken.get(0));
        }
        return twin;
    }

    private static TwinDocument document(JsonMembers members, String name) {
        return members.object(name)
                .map(object -> new TwinDocument(object.members()))
                .orElse(TwinDocument.EMPTY);
    }
}
