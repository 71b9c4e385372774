package io.fairlead.application.fake;

import io.fairlead.application.paging.Page;
import io.fairlead.application.paging.PageRequest;
import io.fairlead.application.port.HubException;
import io.fairlead.application.port.HubRegistry.CreateOutcome;
import io.fairlead.application.port.HubRegistry.DeleteOutcome;
import io.fairlead.domain.attestation.DeviceCredential;
import io.fairlead.domain.device.DeviceState;
import io.fairlead.domain.device.DeviceTwin;
import io.fairlead.domain.device.HubDeviceKey;
import io.fairlead.domain.device.HubDeviceStatus;
import io.fairlead.domain.device.HubFeature;
import io.fairlead.domain.device.HubProfile;
import io.fairlead.domain.device.HubSnapshot;
import io.fairlead.domain.device.HubVersions;
import io.fairlead.domain.device.InitialConfiguration;
import io.fairlead.domain.device.OwnershipMark;
import io.fairlead.domain.identity.DeviceId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * One hub in memory. Every act is done under its lock and logged before the lock is given back; a call of several acts
 * runs what it is handed as {@code midway} between them, unlocked, as a network would.
 */
final class InMemoryHub {
    private final HubChangeLog log;
    private final HubAdmission admission;
    private final Map<String, HeldDevice> devices = new TreeMap<>();
    private final Map<String, Optional<HeldDevice>> before = new HashMap<>();
    private long incarnations;

    InMemoryHub(HubProfile profile, HubChangeLog log) {
        this.admission = new HubAdmission(profile);
        this.log = log;
    }

    HubProfile profile() {
        return admission.profile();
    }

    synchronized Optional<HeldDevice> find(HubDeviceKey key) {
        return Optional.ofNullable(devices.get(key.device().value()));
    }

    /** The device as it was before its last change. */
    synchronized Optional<HeldDevice> findStale(HubDeviceKey key) {
        return before.getOrDefault(key.device().value(), find(key));
    }

    synchronized Page<DeviceId> list(PageRequest request) {
        List<DeviceId> from = devices.keySet().stream()
                .filter(id ->
                        request.after().map(last -> id.compareTo(last) > 0).orElse(true))
                .limit(request.size() + 1L)
                .map(DeviceId::new)
                .toList();
        boolean more = from.size() > request.size();
        List<DeviceId> items = more ? from.subList(0, request.size()) : from;
        return new Page<>(items, more ? Optional.of(items.get(items.size() - 1).value()) : Optional.empty());
    }

    CreateOutcome create(
            HubDeviceKey key, DeviceState state, DeviceCredential credential, OwnershipMark mark, Runnable midway) {
        admission.check(state);
        DeviceState kept = admission.kept(state);
        if (profile().can(HubFeature.ATOMIC_CREATE_WITH_TWIN)) {
            return begin(key, kept, kept, credential, mark);
        }
        HubDeviceStatus halfMade = HubDeviceStatus.disabled("fairlead creating: " + mark.operation());
        DeviceState half = new DeviceState(halfMade, kept.capabilities(), DeviceTwin.EMPTY, List.of());
        CreateOutcome begun = begin(key, half, kept, credential, mark);
        midway.run();
        boolean ours = begun.device().mark().equals(Optional.of(mark));
        return ours && begun.device().state().status().equals(halfMade) ? complete(key, kept, begun) : begun;
    }

    private synchronized CreateOutcome begin(
            HubDeviceKey key, DeviceState first, DeviceState whole, DeviceCredential credential, OwnershipMark mark) {
        HeldDevice there = find(key).orElse(null);
        if (there == null) {
            return new CreateOutcome.Created(shown(added(key, first, credential, Optional.of(mark))));
        }
        boolean same = there.mark().equals(Optional.of(mark))
                && there.credential().equals(credential)
                && there.state().hasContentOf(whole);
        return same ? new CreateOutcome.AlreadyOurs(shown(there)) : new CreateOutcome.Exists(shown(there));
    }

    private synchronized CreateOutcome complete(HubDeviceKey key, DeviceState whole, CreateOutcome begun) {
        HeldDevice there = guarded(key, begun.device().versions(), true, true);
        HeldDevice filled =
                put(HubChange.Kind.TWIN, there.withTwin(whole.twin()).withModules(whole.modules()));
        return new CreateOutcome.Created(shown(put(HubChange.Kind.STATUS, filled.withStatus(whole.status()))));
    }

    synchronized HeldDevice added(
            HubDeviceKey key, DeviceState state, DeviceCredential credential, Optional<OwnershipMark> mark) {
        String incarnation = key.hub() + "#" + ++incarnations;
        return put(HubChange.Kind.CREATED, new HeldDevice(key, state, credential, mark, incarnation, 1, 1));
    }

    synchronized HubSnapshot changeIdentity(
            HubChange.Kind kind, HubDeviceKey key, HubVersions expected, UnaryOperator<HeldDevice> change) {
        return shown(put(kind, change.apply(guarded(key, expected, true, false))));
    }

    synchronized HubSnapshot changeTwin(HubDeviceKey key, HubVersions expected, UnaryOperator<DeviceTwin> change) {
        HeldDevice there = guarded(key, expected, false, true);
        DeviceTwin next = change.apply(there.state().twin());
        admission.check(next);
        return shown(put(HubChange.Kind.TWIN, there.withTwin(next)));
    }

    HubSnapshot reset(
            HubDeviceKey key,
            InitialConfiguration configuration,
            DeviceCredential credential,
            HubVersions expected,
            Runnable midway) {
        admission.check(configuration.asState(HubDeviceStatus.ENABLED));
        if (profile().can(HubFeature.ATOMIC_RESET)) {
            return resetAtOnce(key, configuration, expected);
        }
        HeldDevice gone = taken(key, expected);
        midway.run();
        return createdAgain(gone, configuration, credential);
    }

    private synchronized HubSnapshot resetAtOnce(
            HubDeviceKey key, InitialConfiguration configuration, HubVersions expected) {
        HeldDevice there = guarded(key, expected, true, true);
        DeviceTwin initial = configuration.twin().asTwin();
        DeviceTwin old = there.state().twin();
        HeldDevice next = there.withTwin(new DeviceTwin(
                        initial.tags(),
                        old.desired().becoming(initial.desired().content()),
                        old.reported().becoming(initial.reported().content())))
                .withModules(List.of())
                .withCapabilities(configuration.capabilities());
        return shown(put(HubChange.Kind.TWIN, next));
    }

    private synchronized HeldDevice taken(HubDeviceKey key, HubVersions expected) {
        return removed(guarded(key, expected, true, true));
    }

    private synchronized HubSnapshot createdAgain(
            HeldDevice gone, InitialConfiguration configuration, DeviceCredential credential) {
        if (find(gone.key()).isPresent()) {
            throw new HubException(HubException.Kind.PRECONDITION, gone.key() + " was created by another meanwhile");
        }
        DeviceState state = configuration.asState(gone.state().status());
        return shown(added(gone.key(), state, credential, gone.mark()));
    }

    synchronized DeleteOutcome delete(HubDeviceKey key, HubVersions expected) {
        Optional<HeldDevice> there =
                find(key).filter(device -> device.incarnation().equals(expected.incarnation()));
        if (there.isEmpty()) {
            return DeleteOutcome.ABSENT;
        }
        boolean changed = !there.get().versions().identityTag().equals(expected.identityTag());
        if (changed && profile().can(HubFeature.CONDITIONAL_DELETE)) {
            return DeleteOutcome.CHANGED;
        }
        removed(there.get());
        return DeleteOutcome.DELETED;
    }

    synchronized HeldDevice put(HubChange.Kind kind, HeldDevice next) {
        HeldDevice old = devices.put(next.key().device().value(), next);
        if (!next.equals(old)) {
            before.put(next.key().device().value(), Optional.ofNullable(old));
            log.add(kind, next);
        }
        return next;
    }

    synchronized HeldDevice removed(HeldDevice device) {
        devices.remove(device.key().device().value());
        before.put(device.key().device().value(), Optional.of(device));
        log.add(HubChange.Kind.DELETED, device);
        return device;
    }

    private HeldDevice guarded(HubDeviceKey key, HubVersions expected, boolean identity, boolean twin) {
        HeldDevice there = find(key).orElseThrow(() -> unexpected(key + " is not there"));
        HubVersions versions = there.versions();
        if (!versions.incarnation().equals(expected.incarnation())) {
            throw unexpected(key + " was created anew since it was read");
        }
        if (identity && !versions.identityTag().equals(expected.identityTag())) {
            throw unexpected(key + " has changed since it was read");
        }
        boolean twinMoved = !versions.twinTag().equals(expected.twinTag());
        if (twin && twinMoved && profile().can(HubFeature.CONDITIONAL_TWIN)) {
            throw unexpected("the twin of " + key + " has changed since it was read");
        }
        return there;
    }

    private static HubException unexpected(String message) {
        return new HubException(HubException.Kind.PRECONDITION, message);
    }

    HubAdmission admission() {
        return admission;
    }

    HubSnapshot shown(HeldDevice device) {
        return device.shownBy(profile());
    }
}
