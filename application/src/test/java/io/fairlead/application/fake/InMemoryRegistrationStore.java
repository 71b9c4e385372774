package io.fairlead.application.fake;

import io.fairlead.application.paging.KeyRange;
import io.fairlead.application.paging.Page;
import io.fairlead.application.paging.PageRequest;
import io.fairlead.application.port.RegistrationStore;
import io.fairlead.domain.device.HubDeviceKey;
import io.fairlead.domain.identity.ETag;
import io.fairlead.domain.identity.EnrollmentGroupId;
import io.fairlead.domain.identity.EnrollmentRef;
import io.fairlead.domain.identity.HubName;
import io.fairlead.domain.identity.RegistrationId;
import io.fairlead.domain.registration.DeviceRegistration;
import java.util.Optional;

/** Registration records in a table, with an index by place. */
final class InMemoryRegistrationStore implements RegistrationStore {
    private final Table<DeviceRegistration> rows;
    private final Table<DeviceRegistration> places;

    InMemoryRegistrationStore(Tables tables) {
        this.rows = tables.registrations();
        this.places = tables.places();
    }

    @Override
    public Optional<DeviceRegistration> find(RegistrationId id) {
        return rows.find(id.canonical());
    }

    @Override
    public boolean insert(DeviceRegistration registration) {
        rows.requireWritable();
        if (find(registration.id()).isPresent()) {
            return false;
        }
        put(registration);
        return true;
    }

    @Override
    public boolean replace(DeviceRegistration registration, ETag expected) {
        Optional<DeviceRegistration> old = at(registration.id(), expected);
        old.ifPresent(row -> {
            drop(row);
            put(registration);
        });
        return old.isPresent();
    }

    @Override
    public boolean remove(RegistrationId id, ETag expected) {
        Optional<DeviceRegistration> old = at(id, expected);
        old.ifPresent(this::drop);
        return old.isPresent();
    }

    @Override
    public Optional<DeviceRegistration> assignedTo(HubDeviceKey place) {
        return places.startingWith(Keys.prefix(placeKey(place))).stream().findFirst();
    }

    @Override
    public Page<DeviceRegistration> inGroup(EnrollmentGroupId group, KeyRange range, PageRequest request) {
        return rows.page(
                range, request, row -> isIn(row, group), row -> row.id().canonical());
    }

    @Override
    public long countAt(HubName hub) {
        return places.startingWith(Keys.prefix(hub.value())).size();
    }

    private Optional<DeviceRegistration> at(RegistrationId id, ETag expected) {
        rows.requireWritable();
        return find(id).filter(row -> row.etag().equals(expected));
    }

    private void put(DeviceRegistration row) {
        rows.put(row.id().canonical(), row);
        row.assignment()
                .ifPresent(to -> places.put(Keys.of(placeKey(to.key()), row.id().canonical()), row));
    }

    private void drop(DeviceRegistration row) {
        rows.remove(row.id().canonical());
        row.assignment()
                .ifPresent(
                        to -> places.remove(Keys.of(placeKey(to.key()), row.id().canonical())));
    }

    private static String placeKey(HubDeviceKey place) {
        return Keys.of(place.hub().value(), place.device().value());
    }

    private static boolean isIn(DeviceRegistration row, EnrollmentGroupId group) {
        return row.entry().kind() == EnrollmentRef.Kind.GROUP
                && new EnrollmentGroupId(row.entry().id()).equals(group);
    }
}
