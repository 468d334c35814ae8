package org.sockeye.internal.engine;

import java.util.List;
import org.sockeye.internal.protocol.Frame;
import org.sockeye.spi.Flags;

/**
 * Frames that belong together, such as an event and its attachments: sent one after the other with nothing between them, or not at all. Made
 * once, shared by every outbox, never changed.
 *
 * @param size how many bytes the frames count for in an outbox
 */
public record Outgoing(List<Frame> frames, Flags flags, long size) {

    public Outgoing(List<Frame> frames, Flags flags) {
        this(List.copyOf(frames), flags, sizeOf(frames));
    }

    public Outgoing(List<Frame> frames) {
        this(frames, Flags.NONE);
    }

    private static long sizeOf(List<Frame> frames) {
        long size = 0;
        for (Frame frame : frames) {
            size += frame.size();
        }
        return size;
    }
}
