package org.sockeye.spi;

public sealed interface Message permits Message.Text, Message.Binary {
    public static record Binary(byte[] data) implements Message {
    }
    public static record Text(String text) implements Message {
    }
}
