package org.sockeye.internal.cdi;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.DefinitionException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.sockeye.Socket;
import org.sockeye.cdi.Connected;
import org.sockeye.cdi.Disconnected;
import org.sockeye.cdi.Disconnection;
import org.sockeye.cdi.On;

/** What the qualifiers of an observed parameter ask for. */
record Observation(Kind kind, Annotation qualifier) {

    /** Which of the core's calls is observed. */
    enum Kind {
        CONNECTED(Socket.class),
        RECEIVED(Object.class),
        DISCONNECTED(Disconnection.class);

        private final Class<?> payload;

        Kind(Class<?> payload) {
            this.payload = payload;
        }
    }

    /**
     * Finds our qualifier among those of an observed parameter; empty when there is none.
     *
     * @throws DefinitionException if there are others beside it: none of our events has two
     */
    static Optional<Observation> of(Set<Annotation> qualifiers) {
        Set<Annotation> candidates = new HashSet<>(qualifiers);
        candidates.remove(Any.Literal.INSTANCE);
        Optional<Observation> ours =
                candidates.stream().flatMap(q -> of(q).stream()).findFirst();
        if (ours.isPresent() && candidates.size() > 1) {
            throw new DefinitionException(
                    "it would never be called, as no event has all of the qualifiers " + candidates);
        }
        return ours;
    }

    private static Optional<Observation> of(Annotation qualifier) {
        if (qualifier instanceof On) {
            return Optional.of(new Observation(Kind.RECEIVED, qualifier));
        }
        if (qualifier instanceof Connected) {
            return Optional.of(new Observation(Kind.CONNECTED, qualifier));
        }
        return qualifier instanceof Disconnected
                ? Optional.of(new Observation(Kind.DISCONNECTED, qualifier))
                : Optional.empty();
    }

    /** Whether a parameter of this type can be given what is observed; of messages, the JSON codec says that. */
    boolean suits(Type type) {
        return kind == Kind.RECEIVED || (type instanceof Class<?> asked && asked.isAssignableFrom(kind.payload));
    }

    /** What a parameter must be able to hold. */
    Class<?> payload() {
        return kind.payload;
    }

    /** The event that is observed; empty for events of any name. */
    String eventName() {
        return qualifier instanceof On on ? on.value() : "";
    }

    /** Whether events of this name are observed. */
    boolean includes(String event) {
        return qualifier instanceof On on && (on.value().isEmpty() || on.value().equals(event));
    }
}
