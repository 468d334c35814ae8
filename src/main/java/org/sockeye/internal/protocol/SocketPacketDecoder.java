package org.sockeye.internal.protocol;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts the packets of one client together from its messages. After a refusal it takes nothing more.
 *
 * <p>Messages come one after the other; {@link #close} may come from another thread, which is what the lock is for.
 */
public final class SocketPacketDecoder implements PacketDecoder {

    private final int maxAttachments;
    private final int maxPayload;
    /** Guarded by this: a packet whose attachments have not all come. */
    private @Nullable Partial partial;
    /** Guarded by this. */
    private boolean closed;

    /**
     * Sets the limits.
     *
     * @param maxAttachments the most attachments of one packet
     * @param maxPayload the most bytes of one packet's text, as UTF-8, and attachments together
     */
    public SocketPacketDecoder(int maxAttachments, int maxPayload) {
        this.maxAttachments = maxAttachments;
        this.maxPayload = maxPayload;
    }

    @Override
    public synchronized @Nullable SocketPacket add(String text) throws MalformedPacketException {
        if (closed) {
            return null;
        }
        if (partial != null) {
            throw refusal("got plaintext data when reconstructing a packet");
        }
        try {
            SocketPacketParser parsed = new SocketPacketParser(text, maxAttachments);
            if (parsed.attachments() == 0) {
                return parsed.packet(List.of());
            }
            partial = new Partial(parsed, maxPayload - Utf8.length(text));
            return null;
        } catch (MalformedPacketException refused) {
            close();
            throw refused;
        }
    }

    @Override
    public synchronized @Nullable SocketPacket add(byte[] data) throws MalformedPacketException {
        if (closed) {
            return null;
        }
        if (partial == null) {
            throw refusal("got binary data when not reconstructing a packet");
        }
        if (!partial.takes(data)) {
            throw refusal("attachments too large");
        }
        SocketPacket packet = partial.packet();
        if (packet != null) {
            partial = null;
        }
        return packet;
    }

    @Override
    public synchronized @Nullable String awaited() {
        return partial == null ? null : partial.header.namespace();
    }

    @Override
    public synchronized void close() {
        closed = true;
        partial = null;
    }

    private MalformedPacketException refusal(String message) {
        close();
        return new MalformedPacketException(message);
    }

    /** A packet, and what has come of its attachments. Guarded by the decoder. */
    private static final class Partial {
        private final SocketPacketParser header;
        private final List<byte[]> attachments = new ArrayList<>();
        /** Guarded by the decoder. */
        private long bytesLeft;

        Partial(SocketPacketParser header, long bytesLeft) {
            this.header = header;
            this.bytesLeft = bytesLeft;
        }

        boolean takes(byte[] data) {
            bytesLeft -= data.length;
            attachments.add(data);
            return bytesLeft >= 0;
        }

        @Nullable
        SocketPacket packet() {
            return attachments.size() < header.attachments() ? null : header.packet(attachments);
        }
    }
}
