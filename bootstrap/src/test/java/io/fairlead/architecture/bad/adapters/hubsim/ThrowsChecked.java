package io.fairlead.architecture.bad.adapters.hubsim;

import io.fairlead.application.port.HubRegistry;
import java.io.IOException;

/** Breaks rule 31: a hub fails by HubException alone. */
public abstract class ThrowsChecked implements HubRegistry {
    void connect() throws IOException {
        throw new IOException("no hub");
    }
}
