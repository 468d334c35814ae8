package org.sockeye.internal.protocol;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One encoded Engine.IO packet, ready for any number of recipients: made once, shared by every outbox, never changed.
 *
 * <p>Text frames are the same in both revisions. Binary frames are message packets whose form differs by revision and
 * transport; the codec gives them that form when they are written.
 */
public sealed interface Frame {

    /** How many bytes the frame counts for in an outbox. */
    int size();

    /** The packet that it is, as its recipient reads it. */
    EnginePacket packet();

    /** A whole text packet, its type digit included. */
    record Text(String wire, int size) implements Frame {
        public Text(String wire) {
            this(wire, (int) Math.min(Utf8.length(wire), Integer.MAX_VALUE));
        }

        @Override
        public EnginePacket packet() {
            return Objects.requireNonNull(EnginePacketType.of(wire.charAt(0))).packet(wire.substring(1));
        }
    }

    /** The content of a binary message packet. Nobody changes the array. */
    final class Binary implements Frame {

        private final byte[] data;

        /** Made when a recipient first needs it; two who need it at the same time make equal ones. */
        private volatile @Nullable Binary typed;

        public Binary(byte[] data) {
            this.data = data;
        }

        public byte[] data() {
            return data;
        }

        @Override
        public int size() {
            return data.length;
        }

        @Override
        public EnginePacket packet() {
            return new EnginePacket.Binary(data);
        }

        /** The content with the type of a message before it, as a number: made once for all recipients of revision 3. */
        Binary typed() {
            Binary made = typed;
            if (made == null) {
                made = new Binary(EnginePacketType.MESSAGE.with(data));
                typed = made;
            }
            return made;
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
