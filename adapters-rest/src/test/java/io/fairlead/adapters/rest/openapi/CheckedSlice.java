package io.fairlead.adapters.rest.openapi;

import static io.fairlead.adapters.rest.server.Slice.SCOPE;

import io.fairlead.adapters.rest.server.Answer;
import io.fairlead.adapters.rest.server.Http;
import io.fairlead.adapters.rest.server.Slice;
import java.util.HashSet;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The module running, asked with one api-version; every answer is held against the published descriptions. */
final class CheckedSlice implements AutoCloseable {
    final Slice slice = new Slice();
    final PublishedApi service = new PublishedApi(ContractFolder.SERVICE);
    final PublishedApi device = new PublishedApi(ContractFolder.DEVICE);
    private final Set<Long> errorCodes = new HashSet<>();
    private final String version;

    CheckedSlice(String version) {
        this.version = version;
    }

    /** An operator's request. */
    Answer operator(String method, String path, String body) {
        return checked(method, path, http -> http.json(body));
    }

    /** A device's request. */
    Answer device(String method, String path, String body) {
        return checked(
                method, "/" + SCOPE + path, http -> http.json(body).header("Authorization", Slice.device("dev-1")));
    }

    /** Any request, as an operator unless it is changed. */
    Answer checked(String method, String path, UnaryOperator<Http> change) {
        return checked(method, method, path, change);
    }

    /** A request with a method that is not described, whose refusal is to be like that of one that is. */
    Answer checked(String method, String describedMethod, String path, UnaryOperator<Http> change) {
        Answer answer = change.apply(slice.asOwner(method, path + "?api-version=" + version))
                .send();
        PublishedApi api = path.startsWith("/" + SCOPE + "/") ? device : service;
        api.check(describedMethod, path, answer);
        if (answer.status() >= 400)
            errorCodes.add(answer.json().whole("errorCode").orElseThrow());
        return answer;
    }

    /** The codes of all refusals so far. */
    Set<Long> errorCodes() {
        return errorCodes;
    }

    @Override
    public void close() {
        slice.close();
    }
}
