package org.sockeye.internal.cdi;

import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sockeye.PayloadException;
import org.sockeye.internal.core.ReceivedEvent;

/** What the observers of one event are called with: bound once for each type, and shared by those that ask for the same. Confined to one thread. */
final class BoundPayloads {

    private final ReceivedEvent event;
    /** {@code null} where there is one observer, and so nothing to share. */
    private final @Nullable Map<Type, Object> bound;

    BoundPayloads(ReceivedEvent event, int observers) {
        this.event = event;
        this.bound = observers > 1 ? new HashMap<>() : null;
    }

    ReceivedEvent event() {
        return event;
    }

    /**
     * The value for an observer.
     *
     * @throws PayloadException as {@link Payload#of} does, and the same for all that ask for the same type
     */
    Object of(Payload payload) {
        if (bound == null) {
            return payload.of(event);
        }
        Object value = bound.computeIfAbsent(payload.type(), type -> bind(payload));
        if (value instanceof Misfit misfit) {
            throw misfit.reason;
        }
        return value;
    }

    private Object bind(Payload payload) {
        try {
            return payload.of(event);
        } catch (PayloadException unfit) {
            return new Misfit(unfit);
        }
    }

    /** Instead of a value. */
    private record Misfit(PayloadException reason) {}
}
