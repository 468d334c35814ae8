package org.sockeye.internal.cdi;

import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sockeye.PayloadException;
import org.sockeye.internal.core.ReceivedEvent;

/** What the observers of one event are called with: bound once for each type, and shared by those that ask for the same. Confined to one thread. */
final class BoundPayloads {

    private final ReceivedEvent event;
    /** By type the value, or why there is none; {@code null} where there is one observer, and so nothing to share. */
    private final @Nullable Map<Type, Object> bound;
    /** By type the value that was found valid, or why it is not; {@code null} before the first. Confined to the lane. */
    private @Nullable Map<Type, Object> validated;

    BoundPayloads(ReceivedEvent event, int observers) {
        this.event = event;
        this.bound = observers > 1 ? new HashMap<>() : null;
    }

    ReceivedEvent event() {
        return event;
    }

    /**
     * The value for an observer, validated if that asks for it.
     *
     * @throws PayloadException if it does not fit, or is not valid; the same for all observers of equal types
     */
    Object of(Observer observer) {
        Payload payload = observer.payload();
        Object value = bound == null ? payload.of(event) : once(bound, payload.type(), () -> payload.of(event));
        Validation validation = observer.validation();
        if (validation != null) {
            validate(payload.type(), value, validation);
        }
        return value;
    }

    /** What depends on the payload alone is validated once for all. */
    private void validate(Type type, Object value, Validation validation) {
        if (bound == null || !validation.isOfPayload()) {
            validation.check(value);
            return;
        }
        Map<Type, Object> known = validated == null ? new HashMap<>() : validated;
        validated = known;
        once(known, type, () -> {
            validation.check(value);
            return value;
        });
    }

    /** What was found for a type; found out once, also that it is wrong. */
    private static Object once(Map<Type, Object> known, Type type, Supplier<Object> finding) {
        Object found = known.computeIfAbsent(type, unseen -> attempt(finding));
        if (found instanceof Misfit misfit) {
            throw misfit.reason;
        }
        return found;
    }

    private static Object attempt(Supplier<Object> finding) {
        try {
            return finding.get();
        } catch (PayloadException unfit) {
            return new Misfit(unfit);
        }
    }

    /** Instead of a value. */
    private record Misfit(PayloadException reason) {}
}
