package org.sockeye.internal.protocol;

import java.util.Base64;
import java.util.Optional;

/**
 * Revision 4: bytes are themselves in a WebSocket, and base64 after a {@code b} where text is expected.
 *
 * <p>As in the reference server, an empty packet is malformed, a text frame of a WebSocket may hold base64 as well, and data after a
 * type that carries none is ignored. Unlike it, base64 with characters outside its alphabet is malformed and not read around
 * them, but for line breaks: the official Java client puts one after every 76 characters and at the end.
 */
final class EngineCodecV4 implements EngineCodec {

    /** Before bytes that stand as base64 where text is expected. */
    static final char BASE64 = 'b';

    private static final Frame CLOSE = control(EnginePacketType.CLOSE, "");
    private static final Frame PING = control(EnginePacketType.PING, "");
    private static final Frame PROBED = control(EnginePacketType.PONG, EnginePacket.Ping.PROBE);
    private static final Frame NOOP = control(EnginePacketType.NOOP, "");

    private final PayloadCodec payloads;

    EngineCodecV4(int maxPackets) {
        this.payloads = new PayloadsV4(maxPackets);
    }

    @Override
    public int revision() {
        return 4;
    }

    @Override
    public Frame open(String json) {
        return control(EnginePacketType.OPEN, json);
    }

    @Override
    public Frame close() {
        return CLOSE;
    }

    @Override
    public Frame ping() {
        return PING;
    }

    @Override
    public Frame probed() {
        return PROBED;
    }

    @Override
    public Frame noop() {
        return NOOP;
    }

    @Override
    public Frame inWebSocket(Frame frame) {
        return frame;
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
        if (first == BASE64) {
            return decodeBase64(data);
        }
        return Optional.ofNullable(EnginePacketType.of(first)).map(type -> packet(type, data));
    }

    private static EnginePacket packet(EnginePacketType type, String data) {
        return switch (type) {
            case MESSAGE -> new EnginePacket.Text(data);
            case PING -> new EnginePacket.Ping(data);
            case OPEN -> EnginePacket.Signal.OPEN;
            case CLOSE -> EnginePacket.Signal.CLOSE;
            case PONG -> EnginePacket.Signal.PONG;
            case UPGRADE -> EnginePacket.Signal.UPGRADE;
            case NOOP -> EnginePacket.Signal.NOOP;
        };
    }

    private static Optional<EnginePacket> decodeBase64(String text) {
        try {
            return Optional.of(new EnginePacket.Binary(Base64.getDecoder().decode(withoutLineBreaks(text))));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static String withoutLineBreaks(String text) {
        return text.indexOf('\n') < 0 ? text : text.replace("\r", "").replace("\n", "");
    }

    private static Frame control(EnginePacketType type, String data) {
        return new Frame.Text(type.with(data));
    }
}
