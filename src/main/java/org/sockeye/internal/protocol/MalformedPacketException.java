package org.sockeye.internal.protocol;

/** A client sent something that is not a packet. Carries no stack trace: whoever sends many shall not cost much. */
public final class MalformedPacketException extends Exception {

    private static final long serialVersionUID = 1L;

    public MalformedPacketException(String message) {
        super(message, null, false, false);
    }
}
