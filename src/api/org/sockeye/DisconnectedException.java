package org.sockeye;

public class DisconnectedException extends RuntimeException {
    public DisconnectedException(String message) { super(); }
}
