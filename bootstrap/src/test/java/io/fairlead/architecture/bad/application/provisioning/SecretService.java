package io.fairlead.architecture.bad.application.provisioning;

/** Breaks rule 16: it stands behind no door. */
public final class SecretService {
    public int serve() {
        return 1;
    }
}
