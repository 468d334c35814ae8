package org.sockeye;

/** A client did not acknowledge an event in time. */
public class AckTimeoutException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With what was waited for, in words. */
    public AckTimeoutException(String message) {
        super(message);
    }
}
