package org.sockeye.spi;

public class InvalidPacketException extends Exception {
    public InvalidPacketException(String message) { super(); }
}
