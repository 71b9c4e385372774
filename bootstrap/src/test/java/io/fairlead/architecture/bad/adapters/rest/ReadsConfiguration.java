package io.fairlead.architecture.bad.adapters.rest;

import org.eclipse.microprofile.config.ConfigProvider;

/** Breaks rule 13: settings are read in one place. */
public final class ReadsConfiguration {
    String scope() {
        return ConfigProvider.getConfig().getValue("fairlead.id-scope", String.class);
    }
}
