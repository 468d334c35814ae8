package org.sockeye.internal.cdi;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.sockeye.internal.cdi.Observation.Kind;
import org.sockeye.spi.JsonCodec;

/** What the application observes, in the order in which it is to be called. Immutable. */
final class Observers {

    private final List<Observer> all;

    Observers(List<Observer> collected) {
        List<Observer> sorted = new ArrayList<>(collected);
        sorted.sort(Comparator.comparingInt(Observer::priority));
        this.all = List.copyOf(sorted);
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /** The observers of what is no event of a client, in one namespace. */
    List<Observer> of(Kind kind, String namespace) {
        return select(observer -> observer.observation().includes(kind, namespace));
    }

    /** The observers of a client's event; its name and that of its namespace are compared, and nothing else done with them. */
    List<Observer> ofEvent(String namespace, String name) {
        return select(observer -> observer.observation().includes(Kind.RECEIVED, namespace)
                && observer.observation().includesEvent(name));
    }

    /** See {@link org.sockeye.internal.core.ApplicationEvents#checkReadable}. */
    void checkReadable(JsonCodec json) {
        select(observer -> observer.observation().kind() == Kind.RECEIVED)
                .forEach(observer -> observer.checkReadable(json));
    }

    private List<Observer> select(Predicate<Observer> condition) {
        return all.stream().filter(condition).toList();
    }
}
