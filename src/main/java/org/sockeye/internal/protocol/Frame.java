package org.sockeye.internal.protocol;

/**
 * One encoded Engine.IO packet, ready for any number of recipients: made once, shared by every outbox, never changed.
 *
 * <p>Text frames are the same in both revisions. Binary frames are message packets whose form differs by revision and
 * transport; the codec gives them that form when they are written.
 */
public sealed interface Frame {

    /** How many bytes the frame counts for in an outbox. */
    int size();

    /** A whole text packet, its type digit included. */
    record Text(String wire, int size) implements Frame {
        public Text(String wire) {
            this(wire, utf8Length(wire));
        }
    }

    /** The content of a binary message packet. Nobody changes the array. */
    record Binary(byte[] data) implements Frame {
        @Override
        public int size() {
            return data.length;
        }
    }

    /** A message packet with text, for example an encoded Socket.IO packet. */
    static Frame message(String text) {
        return new Text(EnginePacketType.MESSAGE.with(text));
    }

    /** A message packet with bytes, for example a Socket.IO attachment. The array must not change any more. */
    static Frame message(byte[] data) {
        return new Binary(data);
    }

    /** How many bytes a text takes in UTF-8, counted without making them. A lone surrogate becomes a question mark. */
    static int utf8Length(String text) {
        int length = text.length();
        int bytes = 0;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                bytes += 1;
            } else if (c < 0x800) {
                bytes += 2;
            } else if (!Character.isSurrogate(c)) {
                bytes += 3;
            } else if (i + 1 < length && Character.isSurrogatePair(c, text.charAt(i + 1))) {
                bytes += 4;
                i++;
            } else {
                bytes += 1;
            }
        }
        return bytes;
    }
}
