package io.fairlead.adapters.wire.operating;

import io.fairlead.adapters.json.JsonMembers;
import io.fairlead.adapters.wire.body.Fields;
import io.fairlead.adapters.wire.body.RequestBody;
import io.fairlead.application.operating.PolicyDraft;
import io.fairlead.domain.attestation.SymmetricKey;
import io.fairlead.domain.operating.AccessRight;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** An access policy as an operator writes it. */
public final class PolicyBody {
    private static final Set<String> KNOWN = Set.of(
            "keyName", "rights", "primaryKey", "secondaryKey", "primaryKeyFingerprint", "secondaryKeyFingerprint");

    private PolicyBody() {}

    /** @param name of the policy in the path, which a name in the body must repeat */
    public static PolicyDraft read(byte[] body, String name) {
        return RequestBody.read(body, members -> draft(members, name));
    }

    private static PolicyDraft draft(JsonMembers members, String name) {
        KnownMembers.check(members, KNOWN);
        members.text("keyName").filter(text -> !text.equalsIgnoreCase(name)).ifPresent(text -> {
            throw members.refuse("keyName", "must be the one of the path, or absent");
        });
        return new PolicyDraft(rights(members), key(members, "primaryKey"), key(members, "secondaryKey"));
    }

    private static Set<AccessRight> rights(JsonMembers members) {
        Set<AccessRight> rights = EnumSet.noneOf(AccessRight.class);
        members.texts("rights")
                .filter(words -> !words.isEmpty())
                .orElseThrow(() -> members.refuse("rights", "must name at least one of " + words()))
                .forEach(word -> rights.add(AccessRight.named(word)
                        .orElseThrow(() -> members.refuse("rights", "must name rights among " + words()))));
        return rights;
    }

    private static Optional<SymmetricKey> key(JsonMembers members, String name) {
        return members.text(name)
                .filter(text -> !text.isEmpty())
                .map(text -> Fields.made(members, name, text, SymmetricKey::new));
    }

    private static String words() {
        return Arrays.stream(AccessRight.values()).map(AccessRight::word).collect(Collectors.joining(", "));
    }
}
