package io.fairlead.application.operating;

import io.fairlead.application.administration.Precondition;
import io.fairlead.application.port.IdSource;
import io.fairlead.application.port.Stores;
import io.fairlead.application.port.UnitOfWork;
import io.fairlead.application.problem.Problem;
import io.fairlead.application.problem.Problem.Kind;
import io.fairlead.domain.attestation.SymmetricKey;
import io.fairlead.domain.attestation.SymmetricKeys;
import io.fairlead.domain.operating.AccessPolicy;
import io.fairlead.domain.operating.AccessRight;
import io.fairlead.domain.operation.AuditSubject;
import java.time.Clock;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The access policies over their store. */
public final class PolicyService implements Policies {
    /** Every policy's keys are tried at every request, so there cannot be many. */
    private static final int MOST = 100;

    private final OperatingDesk desk;

    /** @param changed runs after every change */
    public PolicyService(UnitOfWork work, IdSource ids, Clock clock, Runnable changed) {
        this.desk = new OperatingDesk(work, ids, clock, changed);
    }

    @Override
    public List<AccessPolicy> all() {
        return desk.read(stores -> stores.accessPolicies().all());
    }

    @Override
    public AccessPolicy get(String name) {
        return desk.read(stores -> found(stores, name));
    }

    @Override
    public AccessPolicy put(String name, PolicyDraft draft, Precondition precondition, Operator by) {
        return desk.change(stores -> {
            Optional<AccessPolicy> stored = stores.accessPolicies().find(AccessPolicy.keyOf(name));
            OperatingDesk.demand(precondition, stored, words(name));
            if (stored.isEmpty() && stores.accessPolicies().all().size() >= MOST) {
                throw conflict("there are " + MOST + " access policies already, and no more are possible");
            }
            AccessPolicy next = new AccessPolicy(
                    stored.map(AccessPolicy::name).orElse(name),
                    keys(draft, stored),
                    draft.rights(),
                    desk.stamp(stored));
            requireOwner(next);
            OperatingDesk.save(stores.accessPolicies(), stored, next);
            audit(
                    stores,
                    by,
                    next,
                    stored.isPresent() ? Deed.POLICY_CHANGED : Deed.POLICY_CREATED,
                    facts(draft, stored, next));
            return next;
        });
    }

    private static Map<String, String> facts(PolicyDraft draft, Optional<AccessPolicy> stored, AccessPolicy next) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("rights", rights(next));
        stored.ifPresent(was -> facts.put("rightsBefore", rights(was)));
        facts.put("primaryKey", origin(draft.primary(), stored));
        facts.put("secondaryKey", origin(draft.secondary(), stored));
        return facts;
    }

    private static String origin(Optional<SymmetricKey> given, Optional<AccessPolicy> stored) {
        return given.isPresent() ? "given" : stored.isPresent() ? "as before" : "made";
    }

    @Override
    public void delete(String name, Precondition precondition, Operator by) {
        desk.change(stores -> {
            AccessPolicy stored = found(stores, name);
            OperatingDesk.demand(precondition, Optional.of(stored), words(name));
            if (stored.isOwner()) {
                throw conflict(
                        "the policy " + AccessPolicy.OWNER + " cannot be removed: it is the way in for everybody");
            }
            OperatingDesk.remove(stores.accessPolicies(), stored);
            audit(stores, by, stored, Deed.POLICY_REMOVED, Map.of());
            return stored;
        });
    }

    @Override
    public AccessPolicy keys(String name, Operator by) {
        return desk.change(stores -> {
            AccessPolicy stored = found(stores, name);
            audit(stores, by, stored, Deed.KEYS_SHOWN, Map.of());
            return stored;
        });
    }

    @Override
    public AccessPolicy regenerate(String name, KeySlot slot, Precondition precondition, Operator by) {
        SymmetricKey fresh = desk.ids().newSymmetricKey();
        UnaryOperator<SymmetricKeys> change = keys -> slot == KeySlot.PRIMARY
                ? new SymmetricKeys(fresh, keys.secondary())
                : new SymmetricKeys(keys.primary(), fresh);
        return rekeyed(name, change, precondition, by, Deed.KEY_REGENERATED, Map.of("key", slot.name()));
    }

    @Override
    public AccessPolicy swap(String name, Precondition precondition, Operator by) {
        return rekeyed(
                name,
                keys -> new SymmetricKeys(keys.secondary(), keys.primary()),
                precondition,
                by,
                Deed.KEYS_SWAPPED,
                Map.of());
    }

    private AccessPolicy rekeyed(
            String name,
            UnaryOperator<SymmetricKeys> change,
            Precondition precondition,
            Operator by,
            Deed deed,
            Map<String, String> inputs) {
        return desk.change(stores -> {
            Optional<AccessPolicy> stored = Optional.of(found(stores, name));
            OperatingDesk.demand(precondition, stored, words(name));
            AccessPolicy next = stored.get().with(change.apply(stored.get().keys()), desk.stamp(stored));
            audit(stores, by, next, deed, inputs);
            return OperatingDesk.save(stores.accessPolicies(), stored, next);
        });
    }

    private SymmetricKeys keys(PolicyDraft draft, Optional<AccessPolicy> stored) {
        Optional<SymmetricKeys> old = stored.map(AccessPolicy::keys);
        return new SymmetricKeys(
                draft.primary().or(() -> old.map(SymmetricKeys::primary)).orElseGet(desk.ids()::newSymmetricKey),
                draft.secondary().or(() -> old.map(SymmetricKeys::secondary)).orElseGet(desk.ids()::newSymmetricKey));
    }

    /** Nobody shall lock everybody out. */
    private static void requireOwner(AccessPolicy next) {
        if (next.isOwner() && !next.rights().equals(EnumSet.allOf(AccessRight.class))) {
            throw conflict("the policy " + AccessPolicy.OWNER + " keeps all rights: make another one with fewer");
        }
    }

    private static AccessPolicy found(Stores stores, String name) {
        return stores.accessPolicies()
                .find(AccessPolicy.keyOf(name))
                .orElseThrow(() -> OperatingDesk.notFound(words(name)));
    }

    private void audit(Stores stores, Operator by, AccessPolicy policy, Deed deed, Map<String, String> inputs) {
        AuditSubject subject = new AuditSubject(AuditSubject.Kind.ACCESS_POLICY, policy.name());
        desk.audit(stores, by, subject, List.of(), deed, inputs);
    }

    private static String rights(AccessPolicy policy) {
        return policy.rights().stream().map(AccessRight::word).collect(Collectors.joining(", "));
    }

    private static RuntimeException conflict(String detail) {
        return Problem.of(Kind.CONFLICT, detail).asException();
    }

    private static String words(String name) {
        return OperatingDesk.named("access policy", name);
    }
}
