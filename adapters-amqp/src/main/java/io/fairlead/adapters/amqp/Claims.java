package io.fairlead.adapters.amqp;

import io.fairlead.adapters.amqp.engine.Fault;
import io.fairlead.adapters.amqp.engine.LinkOffer;
import io.fairlead.adapters.amqp.login.DeviceLogin;
import io.fairlead.adapters.wire.device.DeviceAddress;
import io.fairlead.adapters.wire.device.DeviceCaller;
import io.fairlead.adapters.wire.version.ApiVersion;
import io.fairlead.adapters.wire.version.ClientVersion;
import io.fairlead.application.problem.ProvisioningException;
import java.util.Optional;

/**
 * What a connection has said of itself by its login and its links: all of it for one device. Clients repeat the versions
 * on both links, or say them on one.
 */
final class Claims {
    private static final String API_VERSION = "com.microsoft:api-version";
    private static final String CLIENT_VERSION = "com.microsoft:client-version";

    private final DeviceLogin login;
    private final String network;
    private DeviceAddress address;
    private ApiVersion version;
    private boolean losesEarlyAnswers;

    /** @param network the IP address that the connection comes from */
    Claims(DeviceLogin login, String network) {
        this.login = login;
        this.network = network;
        this.address = login.address().orElse(null);
    }

    /** Takes a link's part. @return why the link is refused; empty when it is let in */
    Optional<Fault> take(LinkOffer link) {
        try {
            DeviceAddress named = LinkAddress.parse(link.address());
            if (address != null && !isSame(address, named)) {
                return Optional.of(new Fault(
                        Outcomes.UNAUTHORIZED, "the link is another device's than the connection: name your own"));
            }
            String said = link.properties().get(API_VERSION);
            if (said != null) version = ApiVersion.parse(said);
            address = named;
            losesEarlyAnswers |=
                    new ClientVersion(link.properties().getOrDefault(CLIENT_VERSION, "")).losesEarlyAnswers(said);
            return Optional.empty();
        } catch (ProvisioningException e) {
            return Optional.of(new Fault(Outcomes.ARGUMENT, e.problem().detail()));
        }
    }

    private static boolean isSame(DeviceAddress one, DeviceAddress other) {
        return one.id().equals(other.id()) && one.idScope().equalsIgnoreCase(other.idScope());
    }

    /** Empty while no link has said an api-version. */
    Optional<DeviceCaller> caller() {
        return address == null || version == null
                ? Optional.empty()
                : Optional.of(new DeviceCaller(
                        AmqpProtocol.NAME, address, login.proof(), login.tpm(), version, Optional.of(network)));
    }

    boolean losesEarlyAnswers() {
        return losesEarlyAnswers;
    }

    /** For the log. */
    String who() {
        return address == null ? network : address.id().toString();
    }
}
