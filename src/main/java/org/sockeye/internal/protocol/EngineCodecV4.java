package org.sockeye.internal.protocol;

import java.util.Optional;

/**
 * Revision 4: bytes are themselves in a WebSocket, and base64 after a {@code b} where text is expected.
 *
 * <p>As in the reference server, an empty packet is malformed, a text frame of a WebSocket may hold base64 as well, and data after a
 * type that carries none is ignored. Unlike it, base64 with characters outside its alphabet is malformed and not read around
 * them, but for line breaks: the official Java client puts one after every 76 characters and at the end.
 */
final class EngineCodecV4 extends ControlFrames {

    private final PayloadCodec payloads;
    private final boolean base64;

    EngineCodecV4(int maxPackets, boolean base64) {
        this.payloads = new PayloadsV4(maxPackets);
        this.base64 = base64;
    }

    @Override
    public int revision() {
        return 4;
    }

    @Override
    public Frame inWebSocket(Frame frame) {
        return base64 && frame instanceof Frame.Binary ? new Frame.Text(text(frame)) : frame;
    }

    @Override
    public PayloadCodec payloads() {
        return payloads;
    }

    @Override
    public Optional<EnginePacket> decode(String packet) {
        return decode(packet, 0, packet.length());
    }

    @Override
    public Optional<EnginePacket> decode(byte[] frame) {
        return Optional.of(new EnginePacket.Binary(frame));
    }

    /** Reads the packet in a part of a text; empty when it is none. */
    static Optional<EnginePacket> decode(String text, int start, int end) {
        if (start == end) {
            return Optional.empty();
        }
        char first = text.charAt(start);
        String data = text.substring(start + 1, end);
        if (first == Base64Text.MARK) {
            return Base64Text.decode(data);
        }
        return Optional.ofNullable(EnginePacketType.of(first)).map(type -> type.packet(data));
    }

    /** A frame where only text can stand. */
    static String text(Frame frame) {
        return frame instanceof Frame.Binary binary
                ? Base64Text.MARK + Base64Text.encode(binary.data())
                : ((Frame.Text) frame).wire();
    }
}
