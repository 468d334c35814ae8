package org.sockeye;

/** A client left before it acknowledged an event. */
public class DisconnectedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With what could not be done, in words. */
    public DisconnectedException(String message) {
        super(message);
    }
}
