package io.fairlead.domain.certificate;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The name that an operator gave a certificate authority; entries refer to it. Equal ignoring case.
 *
 * @param value 1 to 64 of letters, digits, {@code . _ -} (DPS management API, {@code certificateName})
 */
public record CertificateName(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    public CertificateName {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "a certificate's name must be 1 to 64 letters, digits, dots, underscores or dashes");
        }
    }

    public String canonical() {
        return value.toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CertificateName name && canonical().equals(name.canonical());
    }

    @Override
    public int hashCode() {
        return canonical().hashCode();
    }

    @Override
    public String toString() {
        return value;
    }
}
