package io.fairlead.application.processing;

import io.fairlead.domain.device.HubSnapshot;
import java.util.Optional;

/**
 * What came of doing a duty.
 *
 * @param touched the device that was changed or removed; empty when there was nothing to do
 * @param words for the audit log
 */
record Deed(Optional<HubSnapshot> touched, String words) {
    boolean hadToBeDone() {
        return touched.isPresent();
    }
}
