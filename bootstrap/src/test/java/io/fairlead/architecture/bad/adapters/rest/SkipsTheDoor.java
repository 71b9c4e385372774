package io.fairlead.architecture.bad.adapters.rest;

import io.fairlead.architecture.bad.application.provisioning.SecretService;

/** Breaks rule 6: adapters enter through the doors. */
public final class SkipsTheDoor {
    int serve(SecretService service) {
        return service.serve();
    }
}
