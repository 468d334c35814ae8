package org.sockeye.internal.core;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sockeye.InvalidPayloadException;
import org.sockeye.PayloadException;
import org.sockeye.SocketError;
import org.sockeye.SocketError.Kind;

/**
 * Observers are called with something that has no answer.
 *
 * @param event the event that they are called with; {@code null} if it is none of the client's
 */
record SocketDelivery(CoreSocket socket, @Nullable CoreEvent event) implements Delivery {

    @Override
    public boolean failed(Throwable thrown) {
        if (event == null) {
            return socket.tell(new SocketError(Kind.OBSERVER, socket, null, null, thrown));
        }
        if (thrown instanceof InvalidPayloadException) {
            return invalid(event, new SocketError(Kind.CONSTRAINT, socket, event.name(), null, thrown));
        }
        boolean isMisfit = thrown instanceof Misfit found && found.isOf(event.arguments());
        String path = isMisfit && thrown instanceof PayloadException unfit ? unfit.path() : null;
        return socket.tell(
                new SocketError(isMisfit ? Kind.PAYLOAD : Kind.OBSERVER, socket, event.name(), path, thrown));
    }

    /** What is wrong with the payload is for the client to know, also if the container has found it, which validates asynchronous observers when it calls them. */
    private boolean invalid(CoreEvent sent, SocketError error) {
        boolean told = socket.tell(error);
        if (sent.acknowledgement().isAwaited()) {
            ErrorAnswer.give(error, socket.events(), sent.acknowledgement());
        }
        return told;
    }

    @Override
    public void later(Consumer<Failures> work) {
        socket.lane().beside(() -> work.accept(this));
    }
}
