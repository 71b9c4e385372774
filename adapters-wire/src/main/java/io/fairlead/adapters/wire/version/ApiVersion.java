package io.fairlead.adapters.wire.version;

import io.fairlead.application.problem.Problem;
import io.fairlead.application.problem.ProvisioningException;
import io.fairlead.domain.reprovisioning.ReprovisioningSupport;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code api-version} of a request: a date, perhaps of a preview. Every version from {@link #FIRST} on is accepted,
 * also one of tomorrow: clients have sent a dozen, and the service behind them was one and the same.
 */
public record ApiVersion(LocalDate date, boolean preview) {
    /** The first public one, sent by the first device clients. */
    public static final ApiVersion FIRST = new ApiVersion(LocalDate.of(2017, 8, 31), true);

    /**
     * The last one without native reprovisioning: it has no {@code reprovisionPolicy}, and its devices stay where they
     * are unless an entry has one (DPS "Device reprovisioning", backward compatibility).
     */
    private static final LocalDate LAST_LEGACY = LocalDate.of(2018, 4, 1);

    private static final LocalDate GROUP_CAPABILITIES = LocalDate.of(2019, 3, 31);

    private static final Pattern FORM = Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})(-preview)?");
    private static final String ADVICE = "send one such as 2019-03-31 or 2021-10-01";

    /**
     * Reads the text of a version.
     *
     * @param text as it stands in a query string, topic or link property; null when it is absent
     * @throws ProvisioningException invalid, when it is absent, malformed or older than the first
     */
    public static ApiVersion parse(String text) {
        if (text == null || text.isEmpty()) {
            throw refused("the api-version is missing; " + ADVICE);
        }
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw refused("the api-version is not of the form yyyy-mm-dd or yyyy-mm-dd-preview; " + ADVICE);
        }
        ApiVersion version = new ApiVersion(date(form.group(1)), form.group(2) != null);
        if (version.date.isBefore(FIRST.date)) {
            throw refused("the api-version is older than 2017-08-31-preview, the first; " + ADVICE);
        }
        return version;
    }

    /** Whether this version is from before devices could be moved, and knows none of the fields that came with it. */
    public boolean predatesReprovisioning() {
        return !date.isAfter(LAST_LEGACY);
    }

    /** Whether enrollment groups have no capabilities in this version. */
    public boolean predatesGroupCapabilities() {
        return date.isBefore(GROUP_CAPABILITIES);
    }

    /** What a device that sends this version expects when it registers again. */
    public ReprovisioningSupport reprovisioning() {
        return predatesReprovisioning() ? ReprovisioningSupport.LEGACY : ReprovisioningSupport.NATIVE;
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw refused("the api-version is no date; " + ADVICE);
        }
    }

    private static ProvisioningException refused(String detail) {
        return Problem.of(Problem.Kind.INVALID, detail).asException();
    }

    @Override
    public String toString() {
        return preview ? date + "-preview" : date.toString();
    }
}
