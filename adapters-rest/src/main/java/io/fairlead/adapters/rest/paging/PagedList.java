package io.fairlead.adapters.rest.paging;

import io.fairlead.adapters.rest.door.JsonAnswer;
import io.fairlead.application.paging.Page;
import io.fairlead.application.paging.PageRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Function;

/**
 * One request for a page of a list, and its answer (DPS {@code *_Query}: {@code x-ms-max-item-count}, {@code
 * x-ms-continuation}, {@code x-ms-item-type}).
 *
 * @param name which list
 * @param request which part of it
 */
public record PagedList(ListName name, PageRequest request) {
    private static final String SIZE = "x-ms-max-item-count";
    private static final String CONTINUATION = "x-ms-continuation";
    private static final String ITEM_TYPE = "x-ms-item-type";

    /** Reads which part of a list is asked for. */
    public static PagedList asked(ListName name, HttpHeaders headers, ContinuationTokens tokens) {
        int size = PageSize.read(headers.getHeaderString(SIZE));
        return new PagedList(name, new PageRequest(size, tokens.place(name, headers.getHeaderString(CONTINUATION))));
    }

    /** The page as an answer; its continuation token is absent on the last page. */
    public <T> Response answer(Page<T> page, ContinuationTokens tokens, Function<List<T>, byte[]> json) {
        Response.ResponseBuilder answer = JsonAnswer.ok(json.apply(page.items()))
                .header(ITEM_TYPE, name.collection())
                .header(SIZE, request.size());
        page.next().ifPresent(after -> answer.header(CONTINUATION, tokens.token(name, after)));
        return answer.build();
    }
}
