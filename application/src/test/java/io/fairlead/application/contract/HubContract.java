package io.fairlead.application.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.application.port.HubException;
import io.fairlead.application.port.HubRegistry;
import io.fairlead.application.port.HubRegistry.CreateOutcome;
import io.fairlead.domain.device.DeviceState;
import io.fairlead.domain.device.HubDeviceKey;
import io.fairlead.domain.device.HubFeature;
import io.fairlead.domain.device.HubSnapshot;
import io.fairlead.domain.identity.HubName;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/**
 * What the parts of the hub contract share: the registry under test and how it is asked. A hub is taken to have every
 * feature; one that lacks some says so in {@link #lacking()}, and is then held to lack exactly those.
 */
public interface HubContract {
    HubRegistry hubs();

    /** The hub under test. */
    HubName hub();

    /** Another hub of the same registry. */
    HubName otherHub();

    HubUsers users();

    /** The features that this kind of hub lacks by its nature. */
    default Set<HubFeature> lacking() {
        return Set.of();
    }

    default boolean can(HubFeature feature) {
        return !lacking().contains(feature);
    }

    /** The richest state that this kind of hub can hold. */
    default DeviceState someState() {
        return HubSamples.state(lacking());
    }

    default HubDeviceKey someKey() {
        return HubSamples.key(hub());
    }

    /** A new device with {@link #someState()}. */
    default HubSnapshot created(HubDeviceKey key) {
        return created(key, someState());
    }

    default HubSnapshot created(HubDeviceKey key, DeviceState state) {
        CreateOutcome outcome = hubs().create(key, state, HubSamples.CREDENTIAL, HubSamples.MARK);
        assertThat(outcome).isInstanceOf(CreateOutcome.Created.class);
        return outcome.device();
    }

    default HubSnapshot read(HubDeviceKey key) {
        return hubs().read(key).orElseThrow();
    }

    default void assertRefused(HubException.Kind kind, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        HubException.class,
                        refusal -> assertThat(refusal.kind())
                                .as(refusal.getMessage())
                                .isEqualTo(kind));
    }

    /** As {@link #assertRefused}, and the device is left exactly as it was. */
    default void assertRefusedUnchanged(HubException.Kind kind, HubDeviceKey key, ThrowingCallable call) {
        HubSnapshot before = read(key);
        assertRefused(kind, call);
        assertThat(read(key)).isEqualTo(before);
    }
}
