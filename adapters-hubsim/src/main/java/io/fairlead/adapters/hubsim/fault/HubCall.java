package io.fairlead.adapters.hubsim.fault;

import java.util.Locale;

/** The calls of the hub port, as a fault script names them: {@code set-status} for {@code setStatus}. */
public enum HubCall {
    PROBE,
    READ,
    CREATE,
    ADOPT,
    SET_STATUS,
    UPDATE_CREDENTIAL,
    REPLACE_TWIN,
    RESET_TWIN,
    RESTORE_REPORTED,
    DELETE,
    LIST;

    /** The name as a script writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
