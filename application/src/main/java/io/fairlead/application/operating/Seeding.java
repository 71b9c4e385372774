package io.fairlead.application.operating;

import io.fairlead.application.port.IdSource;
import io.fairlead.application.port.Stores;
import io.fairlead.application.port.UnitOfWork;
import io.fairlead.domain.allocation.LinkedHub;
import io.fairlead.domain.attestation.KeyCredential;
import io.fairlead.domain.attestation.SymmetricKey;
import io.fairlead.domain.attestation.SymmetricKeys;
import io.fairlead.domain.enrollment.EntryStamp;
import io.fairlead.domain.identity.HubName;
import io.fairlead.domain.operating.AccessPolicy;
import io.fairlead.domain.operating.AccessRight;
import io.fairlead.domain.operating.HubKind;
import io.fairlead.domain.operating.HubLink;
import io.fairlead.domain.operating.Seed;
import io.fairlead.domain.operation.AuditSubject;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What settings put into the operators' records. A setting speaks once, at the first start on a database; after that
 * operators have the last word. May be repeated, and run on several nodes at once.
 */
public final class Seeding {
    private static final String HUBS = "linked-hubs";
    private static final String OWNER_KEY = "owner-key";

    private final OperatingDesk desk;

    public Seeding(UnitOfWork work, IdSource ids, Clock clock) {
        this.desk = new OperatingDesk(work, ids, clock, () -> {});
    }

    /**
     * Links these simulated hubs, if no start on this database ever has.
     *
     * @return the hubs that the setting names and that are not linked
     */
    public List<HubName> hubs(List<HubName> named) {
        return desk.change(stores -> {
            if (stores.seeds().find(HUBS).isEmpty()) {
                OperatingDesk.save(stores.seeds(), Optional.empty(), new Seed(HUBS, named.toString(), stamp()));
                named.forEach(hub -> link(stores, hub));
            }
            return named.stream()
                    .filter(hub -> stores.hubLinks().find(hub.value()).isEmpty())
                    .toList();
        });
    }

    private void link(Stores stores, HubName hub) {
        HubLink link = new HubLink(LinkedHub.of(hub.value()), HubKind.SIMULATED, Optional.empty(), stamp());
        OperatingDesk.save(stores.hubLinks(), Optional.empty(), link);
        desk.audit(stores, Operator.SETTINGS, AuditSubject.hub(hub), List.of(hub), Deed.HUB_LINKED, Map.of());
    }

    /**
     * Makes the owner policy when there is none. A key that an operator configured and that was never applied before
     * becomes its primary key, and the former primary its secondary, so that a rotation by settings locks nobody out; a key
     * that the server made for itself changes nothing.
     *
     * @param configured whether the key comes from a setting
     * @return the policy as it is now
     */
    public AccessPolicy owner(SymmetricKey key, boolean configured) {
        String fingerprint = new KeyCredential(new SymmetricKeys(key, key)).fingerprint();
        return desk.change(stores -> {
            Optional<AccessPolicy> stored = stores.accessPolicies().find(AccessPolicy.OWNER);
            Optional<Seed> seed = stores.seeds().find(OWNER_KEY);
            boolean applied = seed.map(Seed::value).filter(fingerprint::equals).isPresent();
            if (stored.isPresent() && (applied || !configured)) {
                return stored.get();
            }
            OperatingDesk.save(stores.seeds(), seed, new Seed(OWNER_KEY, fingerprint, desk.stamp(seed)));
            return keep(stores, stored, key);
        });
    }

    /**
     * A secret that all servers of this database share, made by whoever asks first.
     *
     * @param what it is for
     */
    public SymmetricKey secret(String what) {
        return desk.change(stores -> {
            Optional<Seed> stored = stores.seeds().find(what);
            if (stored.isPresent()) return new SymmetricKey(stored.get().value());
            SymmetricKey made = desk.ids().newSymmetricKey();
            OperatingDesk.save(stores.seeds(), stored, new Seed(what, made.base64(), stamp()));
            return made;
        });
    }

    private AccessPolicy keep(Stores stores, Optional<AccessPolicy> stored, SymmetricKey primary) {
        SymmetricKey secondary = stored.map(policy -> policy.keys().primary()).orElseGet(desk.ids()::newSymmetricKey);
        AccessPolicy next = new AccessPolicy(
                AccessPolicy.OWNER,
                new SymmetricKeys(primary, secondary),
                EnumSet.allOf(AccessRight.class),
                desk.stamp(stored));
        desk.audit(
                stores,
                Operator.SETTINGS,
                new AuditSubject(AuditSubject.Kind.ACCESS_POLICY, AccessPolicy.OWNER),
                List.of(),
                stored.isPresent() ? Deed.POLICY_CHANGED : Deed.POLICY_CREATED,
                Map.of());
        return OperatingDesk.save(stores.accessPolicies(), stored, next);
    }

    private EntryStamp stamp() {
        return desk.stamp(Optional.empty());
    }
}
