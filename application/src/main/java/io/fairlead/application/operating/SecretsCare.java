package io.fairlead.application.operating;

import java.util.Optional;

/** How the secrets in the database come under another key, while the service goes on. */
public interface SecretsCare {
    /**
     * Encrypts a stretch of all secrets with the key that encrypts now. At the end of the walk the other keys are forgotten
     * and may be taken out of the configuration. May be repeated.
     *
     * @param after where the call before ended; empty to begin
     * @throws io.fairlead.application.problem.ProvisioningException invalid, when that is no such place
     */
    Progress reencrypt(Optional<String> after, Operator by);

    /**
     * What one call did.
     *
     * @param key the id of the key that encrypts now
     * @param examined how many rows were looked at
     * @param reencrypted how many of them held a secret under another key
     * @param next what to ask for next; empty at the end
     */
    record Progress(String key, int examined, int reencrypted, Optional<String> next) {}
}
