package io.fairlead.adapters.wire.device;

/** Who counts what devices are told over connections that they keep. Called on any thread; must not wait. */
public interface DeskObserver {
    /** A device has logged in, as far as that needs no proof. */
    void arrived(String transport);

    /** One that had logged in has gone. */
    void left(String transport);

    /**
     * A device was answered.
     *
     * @param transport as {@link DeviceCaller} names it
     * @param question {@code register} or {@code poll}
     * @param status of HTTP
     */
    void answered(String transport, String question, int status);
}
