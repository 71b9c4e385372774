package io.fairlead.bootstrap.simulation;

import java.util.List;

/**
 * What happens at simulated hubs besides provisioning. They have no wire of their own: this stands for the connections of devices and back ends. Twins and
 * their parts are JSON objects. A write to a device that is not there, or that the hub does not let in, is refused with an {@link IllegalArgumentException}.
 */
public interface SimulatedHubsMXBean {

    /** Under which the bean is known to the JVM's management server. */
    String NAME = "io.fairlead:type=SimulatedHubs";

    /** The hubs that hold a device of this id, in the order in which they are configured. */
    List<String> hubsHolding(String deviceId);

    /** A device as its hub holds it: {@code {"status":"enabled","tags":{},"desired":{},"reported":{}}}; an empty text when the hub holds none. */
    String device(String hub, String deviceId);

    /** A device reports: a merge patch of its reported properties. */
    void deviceReports(String hub, String deviceId, String patch);

    /** A back end changes what it may: merge patches of tags and desired properties. */
    void backEndPatches(String hub, String deviceId, String tags, String desired);

    /** Somebody creates a device at the hub, enabled and with a key of their own, past all provisioning. */
    void thirdPartyCreates(String hub, String deviceId, String key, String tags, String desired);
}
