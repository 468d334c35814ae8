package org.sockeye;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A client, or some of several, did not acknowledge an event in time. */
public class AckTimeoutException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Not serialized: a reply is bound to the server that received it. */
    private final transient @Nullable List<Reply> replies;

    /** With what was waited for, in words. */
    public AckTimeoutException(String message) {
        this(message, List.of());
    }

    /** With the replies that did come. */
    public AckTimeoutException(String message, List<? extends Reply> replies) {
        super(message);
        this.replies = List.copyOf(replies);
    }

    /** The replies that came in time, in the order in which they came; empty when one client alone was asked. */
    public List<Reply> replies() {
        return replies == null ? List.of() : replies;
    }
}
