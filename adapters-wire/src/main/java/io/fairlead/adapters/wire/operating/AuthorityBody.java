package io.fairlead.adapters.wire.operating;

import io.fairlead.adapters.json.JsonMembers;
import io.fairlead.adapters.wire.body.Fields;
import io.fairlead.adapters.wire.body.RequestBody;
import io.fairlead.adapters.wire.text.CertificateText;
import io.fairlead.application.administration.AuthorityDraft;
import io.fairlead.application.problem.Problem;
import io.fairlead.domain.certificate.Certificate;
import java.util.Optional;
import java.util.Set;

/** A certificate as an operator uploads it: JSON with PEM or base64 in it, or the file itself, PEM or DER. */
public final class AuthorityBody {
    private static final String CERTIFICATE = "certificate";
    private static final Set<String> KNOWN = Set.of("name", CERTIFICATE, "isVerified", "verificationCode", "info");

    private AuthorityBody() {}

    /** @param name of the certificate in the path, which a name in the body must repeat */
    public static AuthorityDraft read(byte[] body, String name) {
        return isJson(body)
                ? RequestBody.read(body, members -> draft(members, name))
                : new AuthorityDraft(file(body), Optional.empty());
    }

    /** The certificate that shall prove something. */
    public static Certificate proof(byte[] body) {
        return isJson(body) ? RequestBody.read(body, AuthorityBody::proof) : file(body);
    }

    private static Certificate proof(JsonMembers members) {
        KnownMembers.check(members, Set.of(CERTIFICATE));
        return certificate(members);
    }

    private static AuthorityDraft draft(JsonMembers members, String name) {
        KnownMembers.check(members, KNOWN);
        members.text("name").filter(text -> !text.equalsIgnoreCase(name)).ifPresent(text -> {
            throw members.refuse("name", "must be the one of the path, or absent");
        });
        return new AuthorityDraft(certificate(members), members.truth("isVerified"));
    }

    private static Certificate certificate(JsonMembers members) {
        return Fields.value(members, CERTIFICATE, CertificateText::read)
                .orElseThrow(() -> members.refuse(CERTIFICATE, "is missing"));
    }

    private static boolean isJson(byte[] body) {
        int at = 0;
        while (at < body.length && Character.isWhitespace(body[at])) at++;
        return at == body.length || body[at] == '{' || body[at] == '[';
    }

    private static Certificate file(byte[] body) {
        try {
            return CertificateText.read(body);
        } catch (IllegalArgumentException e) {
            throw Problem.field(CERTIFICATE, "is refused: " + e.getMessage()).asException();
        }
    }
}
