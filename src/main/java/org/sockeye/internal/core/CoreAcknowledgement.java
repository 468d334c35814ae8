package org.sockeye.internal.core;

import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.sockeye.Acknowledgement;

/** The answer to one event. */
final class CoreAcknowledgement implements Acknowledgement {

    private final CoreSocket socket;
    private final OptionalLong id;
    private final AtomicBoolean answered = new AtomicBoolean();

    CoreAcknowledgement(CoreSocket socket, OptionalLong id) {
        this.socket = socket;
        this.id = id;
    }

    @Override
    public boolean isRequested() {
        return id.isPresent();
    }

    @Override
    public boolean answer(@Nullable Object... arguments) {
        if (id.isEmpty() || answered.get()) {
            return false;
        }
        return answer(socket.encode(null, arguments));
    }

    /** Whether the client wants an answer, and has none yet. */
    boolean isAwaited() {
        return id.isPresent() && !answered.get();
    }

    /** As above, with what is encoded already. */
    boolean answer(Content content) {
        return id.isPresent() && answered.compareAndSet(false, true) && socket.acknowledge(id.getAsLong(), content);
    }
}
