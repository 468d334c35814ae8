package org.sockeye.spi;

/** One message of a client's connection, below Socket.IO: text or bytes. */
public sealed interface Message {

    /** A message with text. */
    record Text(String text) implements Message {}

    /** A message with bytes. Nobody changes the array. */
    record Binary(byte[] data) implements Message {}
}
