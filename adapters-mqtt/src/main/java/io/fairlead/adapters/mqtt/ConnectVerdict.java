package io.fairlead.adapters.mqtt;

import io.fairlead.application.problem.Problem;
import io.fairlead.application.problem.ProvisioningException;
import io.fairlead.transport.listener.Peer;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttConnectPayload;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttConnectVariableHeader;
import io.netty.handler.codec.mqtt.MqttVersion;
import java.util.Optional;

/**
 * What becomes of a CONNECT: judged by its form alone, without asking anybody.
 *
 * @param login empty when it is refused
 * @param reason why it is refused, for the log
 */
record ConnectVerdict(MqttConnectReturnCode code, Optional<DeviceLogin> login, String reason) {

    static ConnectVerdict of(MqttConnectMessage connect, Peer peer) {
        MqttConnectVariableHeader header = connect.variableHeader();
        if (header.version() != MqttVersion.MQTT_3_1_1.protocolLevel()) {
            return refused(notOurVersion(header.version()), "only MQTT 3.1.1 is spoken here");
        }
        if (header.isWillFlag()) {
            return refused(
                    MqttConnectReturnCode.CONNECTION_REFUSED_NOT_AUTHORIZED, "a Will has nowhere to go: leave it out");
        }
        if (!header.hasUserName()) return badUserName("the user name is missing");
        return ofDevice(connect.payload(), peer);
    }

    private static ConnectVerdict ofDevice(MqttConnectPayload payload, Peer peer) {
        try {
            DeviceUserName name = DeviceUserName.parse(payload.userName());
            if (!payload.clientIdentifier().equalsIgnoreCase(name.address().id().value())) {
                return refused(
                        MqttConnectReturnCode.CONNECTION_REFUSED_IDENTIFIER_REJECTED,
                        "the client id must be the registration id in the user name");
            }
            DeviceLogin login = DeviceLogin.of(name, payload.passwordInBytes(), peer);
            return new ConnectVerdict(MqttConnectReturnCode.CONNECTION_ACCEPTED, Optional.of(login), "");
        } catch (ProvisioningException e) {
            Problem problem = e.problem();
            return problem.kind() == Problem.Kind.UNAUTHENTICATED
                    ? refused(MqttConnectReturnCode.CONNECTION_REFUSED_NOT_AUTHORIZED, problem.detail())
                    : badUserName(problem.detail());
        }
    }

    /** The answer in the words of the version that was asked for, so that the client understands it. */
    static MqttConnectReturnCode notOurVersion(int version) {
        return version == MqttVersion.MQTT_5.protocolLevel()
                ? MqttConnectReturnCode.CONNECTION_REFUSED_UNSUPPORTED_PROTOCOL_VERSION
                : MqttConnectReturnCode.CONNECTION_REFUSED_UNACCEPTABLE_PROTOCOL_VERSION;
    }

    private static ConnectVerdict badUserName(String reason) {
        return refused(MqttConnectReturnCode.CONNECTION_REFUSED_BAD_USER_NAME_OR_PASSWORD, reason);
    }

    private static ConnectVerdict refused(MqttConnectReturnCode code, String reason) {
        return new ConnectVerdict(code, Optional.empty(), reason);
    }
}
