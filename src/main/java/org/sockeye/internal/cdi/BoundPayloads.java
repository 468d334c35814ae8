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
    /** For each type whose value was validated that value, or what is wrong with it; {@code null} before the first. Confined to the lane. */
    private @Nullable Map<Type, Object> verdicts;

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

    /**
     * The value for an observer, validated if that asks for it.
     *
     * @throws PayloadException if it does not fit, or is not valid
     */
    Object of(Observer observer) {
        Object value = of(observer.payload());
        Validation validation = observer.validation();
        if (validation != null) {
            validate(observer.payload().type(), value, validation);
        }
        return value;
    }

    /** What depends on the payload alone is validated once for all. */
    private void validate(Type type, Object value, Validation validation) {
        if (bound == null || !validation.isOfPayload()) {
            validation.check(value);
            return;
        }
        Map<Type, Object> known = verdicts == null ? new HashMap<>() : verdicts;
        verdicts = known;
        Object verdict = known.computeIfAbsent(type, unseen -> verdict(value, validation));
        if (verdict instanceof Misfit misfit) {
            throw misfit.reason;
        }
    }

    private static Object verdict(Object value, Validation validation) {
        try {
            validation.check(value);
            return value;
        } catch (PayloadException invalid) {
            return new Misfit(invalid);
        }
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
