package org.sockeye.internal.cdi;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.sockeye.internal.cdi.Observation.Kind;
import org.sockeye.spi.JsonCodec;

/** What the application observes, in the order in which it is to be called. Immutable. */
final class Observers {

    private final List<Observer> all;
    private final List<Observer> ofAnyEvent;
    /** For the names that observers name; each list holds the observers of any event too. */
    private final Map<String, List<Observer>> byName = new HashMap<>();

    Observers(List<Observer> collected) {
        List<Observer> sorted = new ArrayList<>(collected);
        sorted.sort(Comparator.comparingInt(Observer::priority));
        this.all = List.copyOf(sorted);
        this.ofAnyEvent = select(observer -> observer.observation().includes(""));
        for (Observer observer : of(Kind.RECEIVED)) {
            byName.computeIfAbsent(
                    observer.observation().eventName(),
                    name -> select(other -> other.observation().includes(name)));
        }
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    List<Observer> of(Kind kind) {
        return select(observer -> observer.observation().kind() == kind);
    }

    /** The observers of a client's event; its name is compared, and nothing else done with it. */
    List<Observer> ofEvent(String name) {
        return byName.getOrDefault(name, ofAnyEvent);
    }

    /** See {@link org.sockeye.internal.core.ApplicationEvents#checkReadable}. */
    void checkReadable(JsonCodec json) {
        of(Kind.RECEIVED).forEach(observer -> observer.checkReadable(json));
    }

    private List<Observer> select(Predicate<Observer> condition) {
        return all.stream().filter(condition).toList();
    }
}
