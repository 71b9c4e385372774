package io.fairlead.bootstrap.identity;

import io.fairlead.bootstrap.settings.IdentitySettings;
import io.fairlead.bootstrap.settings.Secret;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * The names and secrets under which clients know this service: what the settings say, else what the data directory holds, else new and then kept there.
 *
 * @param idScope  {@code 0ne} and eight capital letters or digits
 * @param ownerKey the key of the policy {@value #OWNER_POLICY}, in Base64
 */
public record ServiceIdentity(String idScope, Secret ownerKey) {

    /** The policy that Azure makes for every service; its key opens the whole service API. */
    public static final String OWNER_POLICY = "provisioningserviceowner";

    private static final String SCOPE_LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final int SCOPE_LENGTH = 8;
    private static final int KEY_BYTES = 64;

    /** @param random must be unpredictable: it makes the owner key */
    public static ServiceIdentity in(Path dataDirectory, IdentitySettings settings, RandomGenerator random) {
        return new ServiceIdentity(
                settings.idScope().orElseGet(() -> kept(dataDirectory.resolve("id-scope"), () -> newScope(random))),
                settings.ownerKey()
                        .orElseGet(() -> new Secret(kept(dataDirectory.resolve("owner-key"), () -> newKey(random)))));
    }

    /** The same service under the key that its owner policy has now. */
    public ServiceIdentity with(Secret key) {
        return new ServiceIdentity(idScope, key);
    }

    private static String kept(Path path, Supplier<String> made) {
        PrivateFile file = new PrivateFile(path);
        return file.read()
                .map(content -> new String(content, StandardCharsets.UTF_8).strip())
                .orElseGet(() -> {
                    String fresh = made.get();
                    file.write(fresh + "\n");
                    return fresh;
                });
    }

    private static String newScope(RandomGenerator random) {
        StringBuilder scope = new StringBuilder("0ne");
        random.ints(SCOPE_LENGTH, 0, SCOPE_LETTERS.length())
                .forEach(index -> scope.append(SCOPE_LETTERS.charAt(index)));
        return scope.toString();
    }

    private static String newKey(RandomGenerator random) {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }
}
