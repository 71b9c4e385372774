package io.fairlead.adapters.wire.operating;

import io.fairlead.adapters.json.JsonText;
import io.fairlead.application.operating.SecretsCare;
import java.util.LinkedHashMap;
import java.util.Map;

/** How the secrets come under another key, as operators read it. */
public final class SecretsJson {
    private SecretsJson() {}

    public static byte[] progress(SecretsCare.Progress progress) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("key", progress.key());
        tree.put("examined", progress.examined());
        tree.put("reencrypted", progress.reencrypted());
        progress.next().ifPresent(next -> tree.put("next", next));
        return JsonText.write(tree);
    }
}
