package io.fairlead.adapters.persistence.operating;

import io.fairlead.adapters.persistence.document.DocumentReader;
import io.fairlead.adapters.persistence.document.DocumentWriter;
import io.fairlead.adapters.persistence.document.KeysForm;
import io.fairlead.domain.allocation.AllocationPolicy;
import io.fairlead.domain.allocation.Coordinates;
import io.fairlead.domain.allocation.HubPlace;
import io.fairlead.domain.allocation.LinkedHub;
import io.fairlead.domain.allocation.Region;
import io.fairlead.domain.enrollment.EntryStamp;
import io.fairlead.domain.identity.HubName;
import io.fairlead.domain.identity.RegistrationId;
import io.fairlead.domain.operating.AccessPolicy;
import io.fairlead.domain.operating.AccessRight;
import io.fairlead.domain.operating.FaultScriptText;
import io.fairlead.domain.operating.HubKind;
import io.fairlead.domain.operating.HubLink;
import io.fairlead.domain.operating.HubSecret;
import io.fairlead.domain.operating.InstanceSettings;
import io.fairlead.domain.operating.LossAcceptance;
import io.fairlead.domain.operating.OperatorRecord;
import io.fairlead.domain.operating.Seed;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How the records of one kind are stored; the stamp has columns of its own.
 *
 * @param kind what the column of that name says
 */
public record RecordForm<T extends OperatorRecord>(
        String kind, Function<T, DocumentWriter> write, BiFunction<DocumentReader, EntryStamp, T> read) {

    public static final RecordForm<HubLink> HUB = new RecordForm<>("hub", RecordForm::of, RecordForm::hub);

    public static final RecordForm<AccessPolicy> POLICY =
            new RecordForm<>("policy", RecordForm::of, RecordForm::policy);

    public static final RecordForm<InstanceSettings> SETTINGS = new RecordForm<>(
            "settings",
            settings -> new DocumentWriter()
                    .put("defaultAllocation", settings.defaultAllocation())
                    .put("quotas", QuotaForm.table(settings.quotas())),
            (stored, stamp) -> new InstanceSettings(
                    stored.constant("defaultAllocation", AllocationPolicy.class),
                    QuotaForm.words(stored.maybeTable("quotas")),
                    stamp));

    public static final RecordForm<LossAcceptance> LOSS = new RecordForm<>("loss", RecordForm::of, RecordForm::loss);

    public static final RecordForm<FaultScriptText> FAULTS = new RecordForm<>(
            "faults",
            script -> new DocumentWriter().put("text", script.text()),
            (stored, stamp) -> new FaultScriptText(stored.text("text"), stamp));

    public static final RecordForm<Seed> SEED = new RecordForm<>(
            "seed",
            seed -> new DocumentWriter().put("what", seed.what()).putSecret("value", seed.value()),
            (stored, stamp) -> new Seed(stored.text("what"), stored.secret("value"), stamp));

    private static DocumentWriter of(HubLink link) {
        DocumentWriter form = new DocumentWriter()
                .put("name", link.hub().name().value())
                .put("weight", link.hub().weight())
                .put("inAllocation", link.hub().inAllocation())
                .putIfPresent("region", link.hub().place().region(), Region::name)
                .putIfPresent("coordinates", link.hub().place().coordinates(), RecordForm::of)
                .put("kind", link.kind());
        link.secret().ifPresent(secret -> form.putSecret("secret", secret.value()));
        return form;
    }

    private static HubLink hub(DocumentReader stored, EntryStamp stamp) {
        return new HubLink(
                new LinkedHub(
                        new HubName(stored.text("name")),
                        stored.count("weight"),
                        stored.truth("inAllocation"),
                        new HubPlace(
                                stored.maybeText("region").map(Region::new),
                                stored.maybeObject("coordinates", RecordForm::coordinates))),
                stored.constant("kind", HubKind.class),
                stored.maybeSecret("secret").map(HubSecret::new),
                stamp);
    }

    private static DocumentWriter of(Coordinates at) {
        return new DocumentWriter()
                .put("latitude", Double.toString(at.latitude()))
                .put("longitude", Double.toString(at.longitude()));
    }

    private static Coordinates coordinates(DocumentReader stored) {
        return new Coordinates(
                Double.parseDouble(stored.text("latitude")), Double.parseDouble(stored.text("longitude")));
    }

    private static DocumentWriter of(AccessPolicy policy) {
        return new DocumentWriter()
                .put("name", policy.name())
                .putSecret("keys", KeysForm.of(policy.keys()))
                .put("rights", policy.rights().stream().toList(), AccessRight::name);
    }

    private static AccessPolicy policy(DocumentReader stored, EntryStamp stamp) {
        Set<AccessRight> rights =
                stored.texts("rights").stream().map(AccessRight::valueOf).collect(Collectors.toSet());
        return new AccessPolicy(stored.text("name"), KeysForm.keys(stored.secret("keys")), rights, stamp);
    }

    private static DocumentWriter of(LossAcceptance loss) {
        return new DocumentWriter()
                .put("hub", loss.hub().value())
                .putIfPresent("device", loss.device(), RegistrationId::value)
                .putIfPresent("incarnation", loss.incarnation(), text -> text)
                .put("reason", loss.reason());
    }

    private static LossAcceptance loss(DocumentReader stored, EntryStamp stamp) {
        return new LossAcceptance(
                new HubName(stored.text("hub")),
                stored.maybeText("device").map(RegistrationId::new),
                stored.maybeText("incarnation"),
                stored.text("reason"),
                stamp);
    }
}
