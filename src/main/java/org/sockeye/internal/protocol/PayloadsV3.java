package org.sockeye.internal.protocol;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Payloads of revision 3, in which the length of a packet stands before it.
 *
 * <p>A payload is text when it can be: the length in decimal digits, a colon, the packet. The length counts UTF-16 units, as a string of
 * JavaScript does, and as a string of Java. When one of the packets has bytes, and the client takes them, the whole payload is binary: a
 * byte that is 0 before text and 1 before bytes, one byte for each decimal digit of the length in bytes, 255, the packet.
 *
 * <p>A length is refused at the digit by which it exceeds what is left, so nothing is reserved for what a client announces, and each byte
 * is looked at once. The reference server takes a shorter last packet in a binary payload, and anything that JavaScript calls a number in a
 * text; no client sends them.
 */
final class PayloadsV3 implements PayloadCodec {

    private static final char COLON = ':';
    private static final int TEXT = 0;
    private static final int BYTES = 1;
    private static final int END_OF_LENGTH = 255;

    private final int maxPackets;
    private final boolean base64;

    PayloadsV3(int maxPackets, boolean base64) {
        this.maxPackets = maxPackets;
        this.base64 = base64;
    }

    /** In whichever form takes more: which one it is depends on the frames beside it. */
    @Override
    public int sizeOf(Frame frame) {
        int packet = frame.size();
        if (frame instanceof Frame.Binary) {
            packet = base64 ? 2 + Base64Text.length(packet) : 1 + packet;
        }
        return packet + digits(packet).length() + 2;
    }

    @Override
    public Payload encode(List<Frame> frames) {
        return !base64 && frames.stream().anyMatch(Frame.Binary.class::isInstance)
                ? encodeBinary(frames)
                : encodeText(frames);
    }

    private static Payload encodeText(List<Frame> frames) {
        StringBuilder payload = new StringBuilder();
        for (Frame frame : frames) {
            String packet = EngineCodecV3.text(frame);
            payload.append(packet.length()).append(COLON).append(packet);
        }
        return Payload.text(payload.toString());
    }

    private static Payload encodeBinary(List<Frame> frames) {
        ByteArrayOutputStream payload = new ByteArrayOutputStream();
        for (Frame frame : frames) {
            byte[] packet = frame instanceof Frame.Binary binary
                    ? binary.typed().data()
                    : ((Frame.Text) frame).wire().getBytes(StandardCharsets.UTF_8);
            payload.write(frame instanceof Frame.Binary ? BYTES : TEXT);
            digits(packet.length).chars().forEach(digit -> payload.write(digit - '0'));
            payload.write(END_OF_LENGTH);
            payload.writeBytes(packet);
        }
        return Payload.binary(payload.toByteArray());
    }

    private static String digits(int length) {
        return Integer.toString(length);
    }

    @Override
    public boolean accepts(String contentType) {
        return true;
    }

    @Override
    public boolean decode(Payload body, Predicate<EnginePacket> sink) {
        Reader reader = body.isBinary() ? new BytesReader(body.bytes()) : new TextReader(body.text());
        for (int count = 0; count < maxPackets; count++) {
            if (!reader.readNext(sink)) {
                return false;
            }
            if (reader.isAtEnd()) {
                return true;
            }
        }
        return false;
    }

    /** Where the reading of a payload is. */
    private abstract static class Reader {

        private final int end;

        /** Confined to the thread that reads. */
        int at;

        Reader(int end) {
            this.end = end;
        }

        boolean isAtEnd() {
            return at == end;
        }

        /** Hands over the next packet; answers whether there was one, and it was wanted. */
        abstract boolean readNext(Predicate<EnginePacket> sink);

        /** The value of the digit at an index; something else when there is none. */
        abstract int digit(int index);

        /** Reads a length up to a mark that follows; -1 when there is none, or more than is left. */
        final int readLength(int mark) {
            int start = at;
            long length = 0;
            while (at < end && digit(at) >= 0 && digit(at) <= 9) {
                length = length * 10 + digit(at++);
                if (length > end - at) {
                    return -1;
                }
            }
            boolean complete = at > start && at < end && digit(at) == mark;
            at++;
            return complete && length <= end - at ? (int) length : -1;
        }
    }

    private static final class TextReader extends Reader {

        private static final int MARK = COLON - '0';

        private final String text;

        TextReader(String text) {
            super(text.length());
            this.text = text;
        }

        @Override
        int digit(int index) {
            return text.charAt(index) - '0';
        }

        /** A packet without even a type is none, and does no harm. */
        @Override
        boolean readNext(Predicate<EnginePacket> sink) {
            int length = readLength(MARK);
            if (length <= 0) {
                return length == 0;
            }
            at += length;
            return EngineCodecV3.read(text.substring(at - length, at))
                    .filter(sink)
                    .isPresent();
        }
    }

    private static final class BytesReader extends Reader {

        private final byte[] bytes;

        BytesReader(byte[] bytes) {
            super(bytes.length);
            this.bytes = bytes;
        }

        @Override
        int digit(int index) {
            return bytes[index] & 0xff;
        }

        @Override
        boolean readNext(Predicate<EnginePacket> sink) {
            if (isAtEnd()) {
                return true;
            }
            int form = bytes[at++];
            int length = readLength(END_OF_LENGTH);
            if (length < 0 || (form != TEXT && form != BYTES)) {
                return false;
            }
            at += length;
            return packet(form, at - length).filter(sink).isPresent();
        }

        private Optional<EnginePacket> packet(int form, int start) {
            return form == BYTES
                    ? EngineCodecV3.read(bytes, start, at)
                    : EngineCodecV3.read(new String(bytes, start, at - start, StandardCharsets.UTF_8));
        }
    }
}
