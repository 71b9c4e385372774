package io.fairlead.adapters.wire.enrollment;

import io.fairlead.adapters.json.InvalidJson;
import io.fairlead.adapters.json.JsonMembers;
import io.fairlead.adapters.wire.body.ExpectedVersion;
import io.fairlead.adapters.wire.body.Fields;
import io.fairlead.adapters.wire.body.RequestBody;
import io.fairlead.adapters.wire.version.ApiVersion;
import io.fairlead.application.administration.BulkChange;
import io.fairlead.application.administration.BulkItem;
import io.fairlead.application.administration.EnrollmentDraft;
import io.fairlead.application.administration.Precondition;
import io.fairlead.application.problem.Problem;
import io.fairlead.application.problem.ProvisioningException;
import io.fairlead.domain.identity.EnrollmentGroupId;
import io.fairlead.domain.identity.RegistrationId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Several entries in one request (DPS {@code BulkEnrollmentOperation}, {@code BulkEnrollmentGroupOperation}).
 *
 * <p>The request as a whole is refused, invalid, when the mode, the number of items or an item's id is wrong, or an id
 * stands there twice, since outcomes are told by id. Whatever else is wrong with an item is that item's outcome.
 *
 * @param <I> the id of the entries
 */
public final class BulkBody<I> {
    private final String list;
    private final String idName;
    private final Function<String, I> idConstructor;
    private final BiFunction<JsonMembers, ApiVersion, EnrollmentDraft> draft;

    private BulkBody(
            String list,
            String idName,
            Function<String, I> idConstructor,
            BiFunction<JsonMembers, ApiVersion, EnrollmentDraft> draft) {
        this.list = list;
        this.idName = idName;
        this.idConstructor = idConstructor;
        this.draft = draft;
    }

    /** Changes of individual enrollments. */
    public static BulkChange<RegistrationId> individuals(byte[] body, ApiVersion version) {
        return new BulkBody<>("enrollments", "registrationId", RegistrationId::new, EnrollmentBody::individual)
                .read(body, version);
    }

    /** Changes of enrollment groups. */
    public static BulkChange<EnrollmentGroupId> groups(byte[] body, ApiVersion version) {
        return new BulkBody<>("enrollmentGroups", "enrollmentGroupId", EnrollmentGroupId::new, EnrollmentBody::group)
                .read(body, version);
    }

    private BulkChange<I> read(byte[] body, ApiVersion version) {
        return RequestBody.read(body, members -> {
            BulkMode mode = Fields.constant(members, "mode", BulkMode.class)
                    .orElseThrow(() ->
                            members.refuse("mode", "is missing; say create, update, updateIfMatchETag or delete"));
            return new BulkChange<>(items(members, mode, version));
        });
    }

    private List<BulkItem<I>> items(JsonMembers members, BulkMode mode, ApiVersion version) {
        List<Object> values = members.list(list).orElse(List.of());
        if (values.isEmpty() || values.size() > BulkChange.MAX_ITEMS) {
            throw members.refuse(list, "must hold 1 to " + BulkChange.MAX_ITEMS + " items, not " + values.size());
        }
        List<BulkItem<I>> items = new ArrayList<>();
        Set<I> ids = new HashSet<>();
        for (int index = 0; index < values.size(); index++) {
            JsonMembers item = object(members, index, values.get(index));
            I id = id(item);
            if (!ids.add(id)) throw item.refuse(idName, "stands there twice; name each entry once");
            items.add(item(mode, id, item, version));
        }
        return items;
    }

    private JsonMembers object(JsonMembers members, int index, Object value) {
        String name = list + "[" + index + "]";
        if (!(value instanceof Map<?, ?>)) throw members.refuse(name, "must be an object");
        return new JsonMembers(name, JsonMembers.root(value).members());
    }

    private I id(JsonMembers item) {
        return Fields.value(item, idName, idConstructor).orElseThrow(() -> item.refuse(idName, "is missing"));
    }

    private BulkItem<I> item(BulkMode mode, I id, JsonMembers item, ApiVersion version) {
        try {
            return switch (mode) {
                case CREATE -> new BulkItem.Create<>(id, draft.apply(item, version));
                case UPDATE -> new BulkItem.Update<>(id, draft.apply(item, version), Precondition.NONE);
                case UPDATE_IF_MATCH_E_TAG -> new BulkItem.Update<>(id, draft.apply(item, version), expected(item));
                case DELETE -> new BulkItem.Delete<>(id);
            };
        } catch (InvalidJson e) {
            return new BulkItem.Broken<>(id, RequestBody.problem(e));
        } catch (ProvisioningException e) {
            return new BulkItem.Broken<>(id, e.problem());
        }
    }

    private static Precondition expected(JsonMembers item) {
        String tag = item.text("etag")
                .filter(text -> !text.isBlank())
                .orElseThrow(
                        () -> Problem.field(item.pathOf("etag"), "is missing; read the entry and send its etag, or *")
                                .asException());
        return ExpectedVersion.of(tag);
    }
}
