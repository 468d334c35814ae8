package org.sockeye.spi;

/** A client sent what is no packet: it is closed, for the reason "parse error". Carries no stack trace, since clients cause it at will. */
public class InvalidPacketException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Says why, for a log line; nothing of what the client sent. */
    public InvalidPacketException(String message) {
        super(message, null, false, false);
    }
}
