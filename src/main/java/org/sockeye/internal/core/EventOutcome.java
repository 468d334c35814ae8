package org.sockeye.internal.core;

import java.lang.System.Logger.Level;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sockeye.EventListener;
import org.sockeye.PayloadException;
import org.sockeye.SocketError;
import org.sockeye.SocketError.Kind;
import org.sockeye.internal.protocol.JsonText;

/** How one event went with those that it was delivered to. Used in the lane of its client: by one thread at a time. */
final class EventOutcome implements Outcome {

    private final CoreSocket socket;
    private final CoreEvent event;
    private final FirstTimes unwelcome;
    /** Confined to the lane. */
    private boolean fitsSomebody;
    /** Confined to the lane. */
    private @Nullable PayloadException misfit;

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
        misfit = why;
        return tell(Kind.PAYLOAD, why.path(), why);
    }

    @Override
    public boolean failed(Throwable thrown) {
        return failed(Kind.OBSERVER, thrown);
    }

    /** A middleware did not let the event pass. */
    void refused(Throwable reason) {
        if (!tell(Kind.EVENT_REFUSED, null, reason)) {
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

    /** Has been delivered: if the payload fits nobody, the client that wants an answer is told that. */
    void conclude() {
        PayloadException why = misfit;
        if (why != null && !fitsSomebody) {
            event.acknowledgement().answer(invalid(why.path()));
        }
    }

    private void listenerFailed(Throwable thrown) {
        if (!failed(Kind.LISTENER, thrown)) {
            if (isMisfit(thrown)) {
                CoreLog.log(
                        unwelcome.isFirst(event.name()) ? Level.WARNING : Level.DEBUG,
                        "Event " + printableName() + " does not fit its listener: " + thrown.getMessage());
            } else {
                CoreLog.failed("A listener of event " + printableName(), thrown);
            }
        }
    }

    private boolean failed(Kind kind, Throwable thrown) {
        if (thrown instanceof PayloadException unfit && isMisfit(thrown)) {
            return unfit(unfit);
        }
        fitsSomebody = true;
        return tell(kind, null, thrown);
    }

    private boolean isMisfit(Throwable thrown) {
        return thrown instanceof Misfit found && found.isOf(event.arguments());
    }

    private boolean tell(Kind kind, @Nullable String path, Throwable cause) {
        return socket.tell(new SocketError(kind, socket, event.name(), path, cause));
    }

    private String printableName() {
        return CoreLog.printable(event.name());
    }

    /** Says where it does not fit, and nothing of the types that the application has. */
    private static Content invalid(@Nullable String path) {
        String where = path == null ? "[0]" : path;
        return new Content(
                List.of("{\"error\":{\"code\":\"invalid_payload\",\"message\":"
                        + JsonText.quote("The payload does not fit at " + where) + ",\"path\":"
                        + JsonText.quote(where) + "}}"),
                List.of());
    }
}
