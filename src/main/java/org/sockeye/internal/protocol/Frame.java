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
            this(wire, (int) Math.min(Utf8.length(wire), Integer.MAX_VALUE));
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
}
