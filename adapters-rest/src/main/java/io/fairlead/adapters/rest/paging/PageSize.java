package io.fairlead.adapters.rest.paging;

import io.fairlead.application.problem.Problem;
import io.fairlead.application.problem.ProvisioningException;

/** The header {@code x-ms-max-item-count}. */
final class PageSize {
    private static final int USUAL = 100;
    private static final int LARGEST = 1000;

    private PageSize() {}

    /**
     * The size of a page.
     *
     * @param header null when absent; 0 means "as you like" (the C# client's default); more than the largest page is the
     *     largest page
     * @throws ProvisioningException invalid, when it is no such number
     */
    static int read(String header) {
        if (header == null || header.isBlank()) return USUAL;
        String digits = header.strip();
        if (!digits.matches("[0-9]{1,9}")) {
            throw Problem.of(
                            Problem.Kind.INVALID, "x-ms-max-item-count must be a number of items, from 1 to " + LARGEST)
                    .asException();
        }
        int wanted = Integer.parseInt(digits);
        return wanted == 0 ? USUAL : Math.min(wanted, LARGEST);
    }
}
