package io.fairlead.application.operating;

/** What an operator can do to the service, as the audit log calls it. */
enum Deed {
    HUB_LINKED("the hub was linked"),
    HUB_CHANGED("the hub's link was changed"),
    HUB_UNLINKED("the hub was unlinked"),
    POLICY_CREATED("the access policy was created"),
    POLICY_CHANGED("the access policy was changed"),
    POLICY_REMOVED("the access policy was removed"),
    KEY_REGENERATED("a key of the access policy was made anew"),
    KEYS_SWAPPED("the keys of the access policy changed places"),
    KEYS_SHOWN("the keys were shown"),
    SETTINGS_CHANGED("the instance settings were changed"),
    FAULTS_CHANGED("the fault script of the simulated hubs was changed"),
    LOSS_ACCEPTED("the loss of state that cannot be reached was accepted"),
    LOSS_WITHDRAWN("the acceptance of a loss was withdrawn"),
    DUTY_RETRIED("the duty was made due at once"),
    DUTY_GIVEN_UP("the duty was given up: what it was about stays as it is at the hub"),
    CONFLICT_RESOLVED("the parked conflict was resolved"),
    SECRETS_REENCRYPTED("all secrets were encrypted with the active key");

    private final String words;

    Deed(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
