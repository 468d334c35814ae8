package org.sockeye.internal.core;

import java.lang.System.Logger.Level;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sockeye.EventListener;
import org.sockeye.InvalidPayloadException;
import org.sockeye.PayloadException;
import org.sockeye.SocketError;
import org.sockeye.SocketError.Kind;

/** How one event went with those that it was delivered to. Used in the lane of its client: by one thread at a time. */
final class EventOutcome implements Outcome {

    private final CoreSocket socket;
    private final CoreEvent event;
    private final FirstTimes unwelcome;
    /** Confined to the lane. */
    private boolean fitsSomebody;
    /** What did not fit. Confined to the lane. */
    private @Nullable SocketError misfit;
    /** The first that an observer threw, or that is wrong with a payload that fits. Confined to the lane. */
    private @Nullable SocketError failure;

    /** The first misfit or refusal of each event is a warning, where nobody is told. */
    EventOutcome(CoreSocket socket, CoreEvent event, FirstTimes unwelcome) {
        this.socket = socket;
        this.event = event;
        this.unwelcome = unwelcome;
    }

    @Override
    public void returned() {
        fitsSomebody = true;
    }

    @Override
    public boolean unfit(PayloadException why) {
        if (why instanceof InvalidPayloadException) {
            return fails(error(Kind.CONSTRAINT, null, why));
        }
        misfit = error(Kind.PAYLOAD, why.path(), why);
        return socket.tell(misfit);
    }

    @Override
    public boolean failed(Throwable thrown) {
        return failed(Kind.OBSERVER, thrown);
    }

    @Override
    public boolean failed(Kind kind, Throwable thrown) {
        if (thrown instanceof PayloadException unfit && isMisfit(thrown)) {
            return unfit(unfit);
        }
        return fails(error(kind, null, thrown));
    }

    private boolean fails(SocketError error) {
        failure = failure == null ? error : failure;
        return socket.tell(error);
    }

    @Override
    public void later(Consumer<Failures> work) {
        new SocketDelivery(socket, event).later(work);
    }

    /** A middleware did not let the event pass. */
    void refused(Throwable reason) {
        if (!socket.tell(error(Kind.EVENT_REFUSED, null, reason))) {
            CoreLog.log(
                    unwelcome.isFirst("refused " + event.name()) ? Level.WARNING : Level.DEBUG,
                    "Event " + printableName() + " is refused by a middleware: " + CoreLog.printable(reason));
        }
    }

    /** Calls a listener of this event's name. */
    void call(EventListener listener) {
        try {
            listener.received(event);
            returned();
        } catch (Throwable thrown) {
            listenerFailed(thrown);
        }
    }

    /** Calls a listener of events of any name; it may be there only to watch, and counts for nobody whom the event fits. */
    void callForAny(EventListener listener) {
        try {
            listener.received(event);
        } catch (Throwable thrown) {
            boolean before = fitsSomebody;
            listenerFailed(thrown);
            fitsSomebody = before;
        }
    }

    /** Has been delivered: if an observer threw, or the payload is not valid or fits nobody, the client that still waits for an answer is told that. */
    void conclude() {
        SocketError unanswered = failure == null && !fitsSomebody ? misfit : failure;
        if (unanswered != null && event.acknowledgement().isAwaited()) {
            ErrorAnswer.give(unanswered, socket.events(), event.acknowledgement());
        }
    }

    private void listenerFailed(Throwable thrown) {
        if (thrown instanceof PayloadException unfit && isMisfit(thrown)) {
            if (!unfit(unfit)) {
                CoreLog.log(
                        unwelcome.isFirst(event.name()) ? Level.WARNING : Level.DEBUG,
                        "Event " + printableName() + " does not fit its listener: " + thrown.getMessage());
            }
            return;
        }
        fitsSomebody = true;
        if (!socket.tell(error(Kind.LISTENER, null, thrown))) {
            CoreLog.failed("A listener of event " + printableName(), thrown);
        }
    }

    private boolean isMisfit(Throwable thrown) {
        return thrown instanceof InvalidPayloadException
                || (thrown instanceof Misfit found && found.isOf(event.arguments()));
    }

    private SocketError error(Kind kind, @Nullable String path, Throwable cause) {
        return new SocketError(kind, socket, event.name(), path, cause);
    }

    private String printableName() {
        return CoreLog.printable(event.name());
    }
}
