package io.fairlead.adapters.wire.enrollment;

import io.fairlead.adapters.json.JsonText;
import io.fairlead.adapters.wire.problem.ErrorCode;
import io.fairlead.application.administration.BulkOutcome;
import io.fairlead.application.problem.Problem;
import io.fairlead.domain.identity.EnrollmentGroupId;
import io.fairlead.domain.identity.RegistrationId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What came of a bulk request (DPS {@code BulkEnrollmentOperationResult} and the one of groups): the items that failed,
 * each with its code and reason; whatever is not among them succeeded.
 */
public final class BulkResultJson {
    private BulkResultJson() {}

    /** Of individual enrollments. */
    public static byte[] ofIndividuals(List<BulkOutcome<RegistrationId>> outcomes) {
        return write(outcomes, "registrationId", RegistrationId::value);
    }

    /** Of enrollment groups. */
    public static byte[] ofGroups(List<BulkOutcome<EnrollmentGroupId>> outcomes) {
        return write(outcomes, "enrollmentGroupId", EnrollmentGroupId::value);
    }

    private static <I> byte[] write(List<BulkOutcome<I>> outcomes, String idName, Function<I, String> idText) {
        List<Map<String, Object>> errors = outcomes.stream()
                .flatMap(outcome -> outcome.refusal().stream()
                        .flatMap(refusal -> Stream.of(error(idName, idText.apply(outcome.id()), refusal))))
                .toList();
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("isSuccessful", errors.isEmpty());
        tree.put("errors", errors);
        return JsonText.write(tree);
    }

    private static Map<String, Object> error(String idName, String id, Problem refusal) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put(idName, id);
        error.put("errorCode", ErrorCode.of(refusal.kind()).code());
        error.put("errorStatus", refusal.detail());
        return error;
    }
}
