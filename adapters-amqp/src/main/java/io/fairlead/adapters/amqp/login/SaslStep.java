package io.fairlead.adapters.amqp.login;

/** What the service says next in a login. */
public sealed interface SaslStep permits SaslStep.Challenge, SaslStep.Welcome, SaslStep.Refusal {

    /** The client has to answer. */
    record Challenge(byte[] bytes) implements SaslStep {}

    /** The login is over; nobody has judged the proof. */
    record Welcome(DeviceLogin login) implements SaslStep {}

    /**
     * The login is over, and the connection with it.
     *
     * @param tryLater whether the service is to blame
     * @param reason for the log
     */
    record Refusal(boolean tryLater, String reason) implements SaslStep {}
}
