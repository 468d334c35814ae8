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
import org.sockeye.cdi.Connecting;
import org.sockeye.cdi.ConnectionRequest;
import org.sockeye.cdi.Disconnected;
import org.sockeye.cdi.Disconnecting;
import org.sockeye.cdi.Disconnection;
import org.sockeye.cdi.On;

/**
 * What the qualifiers of an observed parameter ask for.
 *
 * @param event the name of the event; empty for events of any name
 */
record Observation(Kind kind, Annotation qualifier, Place place, String event) {

    /** Which of the core's calls is observed. */
    enum Kind {
        CONNECTING(ConnectionRequest.class),
        CONNECTED(Socket.class),
        RECEIVED(Object.class),
        DISCONNECTING(Disconnection.class),
        DISCONNECTED(Disconnection.class);

        private final Class<?> payload;

        Kind(Class<?> payload) {
            this.payload = payload;
        }
    }

    /**
     * Finds our qualifier among those of an observed parameter; empty when there is none.
     *
     * @throws DefinitionException if there are others beside it, since none of our events has two; or if its members make no sense
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
        if (qualifier instanceof On on) {
            Place place = Place.of(on.namespace(), on.server());
            return Optional.of(new Observation(Kind.RECEIVED, on, place, on.value()));
        }
        return ofConnection(qualifier);
    }

    private static Optional<Observation> ofConnection(Annotation qualifier) {
        if (qualifier instanceof Connecting its) {
            return of(Kind.CONNECTING, its, its.namespace(), its.server());
        }
        if (qualifier instanceof Connected its) {
            return of(Kind.CONNECTED, its, its.namespace(), its.server());
        }
        if (qualifier instanceof Disconnecting its) {
            return of(Kind.DISCONNECTING, its, its.namespace(), its.server());
        }
        return qualifier instanceof Disconnected its
                ? of(Kind.DISCONNECTED, its, its.namespace(), its.server())
                : Optional.empty();
    }

    private static Optional<Observation> of(Kind kind, Annotation qualifier, String namespace, String server) {
        return Optional.of(new Observation(kind, qualifier, Place.of(namespace, server), ""));
    }

    /** Whether a parameter of this type can be given what is observed; of messages, the JSON codec says that. */
    boolean suits(Type type) {
        return kind == Kind.RECEIVED || (type instanceof Class<?> asked && asked.isAssignableFrom(kind.payload));
    }

    /** What a parameter must be able to hold. */
    Class<?> payload() {
        return kind.payload;
    }

    /** Whether events of this name are observed, if they are clients' events at all. */
    boolean includesEvent(String name) {
        return event.isEmpty() || event.equals(name);
    }
}
