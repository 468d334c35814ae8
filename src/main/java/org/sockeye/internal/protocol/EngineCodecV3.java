package org.sockeye.internal.protocol;

import java.util.Arrays;
import java.util.Optional;

/**
 * Revision 3: a packet of bytes begins with its type, as a number, or as a digit after the {@code b} where it is base64.
 *
 * <p>Only messages carry bytes. What has another type and bytes is malformed; the reference server reads such a packet, and does
 * nothing with it.
 */
final class EngineCodecV3 extends ControlFrames {

    private final PayloadCodec payloads;
    private final boolean base64;

    EngineCodecV3(int maxPackets, boolean base64) {
        this.payloads = new PayloadsV3(maxPackets, base64);
        this.base64 = base64;
    }

    @Override
    public int revision() {
        return 3;
    }

    @Override
    public Frame inWebSocket(Frame frame) {
        if (frame instanceof Frame.Binary binary) {
            return base64 ? new Frame.Text(text(binary)) : binary.typed();
        }
        return frame;
    }

    @Override
    public PayloadCodec payloads() {
        return payloads;
    }

    @Override
    public Optional<EnginePacket> decode(String packet) {
        return read(packet);
    }

    @Override
    public Optional<EnginePacket> decode(byte[] frame) {
        return read(frame, 0, frame.length);
    }

    /** Reads a text packet; empty when it is none. */
    static Optional<EnginePacket> read(String packet) {
        if (packet.isEmpty()) {
            return Optional.empty();
        }
        if (packet.charAt(0) == Base64Text.MARK) {
            return isMessage(packet) ? Base64Text.decode(packet.substring(2)) : Optional.empty();
        }
        return Optional.ofNullable(EnginePacketType.of(packet.charAt(0))).map(type -> type.packet(packet.substring(1)));
    }

    private static boolean isMessage(String base64) {
        return base64.length() > 1 && EnginePacketType.of(base64.charAt(1)) == EnginePacketType.MESSAGE;
    }

    /** Reads the binary packet in a part of an array; empty when it is none. */
    static Optional<EnginePacket> read(byte[] packet, int start, int end) {
        return start < end && packet[start] == EnginePacketType.MESSAGE.number()
                ? Optional.of(new EnginePacket.Binary(Arrays.copyOfRange(packet, start + 1, end)))
                : Optional.empty();
    }

    /** A frame where only text can stand. */
    static String text(Frame frame) {
        return frame instanceof Frame.Binary binary
                ? Base64Text.MARK + EnginePacketType.MESSAGE.with(Base64Text.encode(binary.data()))
                : ((Frame.Text) frame).wire();
    }
}
