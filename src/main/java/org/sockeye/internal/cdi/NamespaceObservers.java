package org.sockeye.internal.cdi;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sockeye.internal.cdi.Observation.Kind;

/** The observers of one namespace, in the order in which they are to be called. Immutable; what it keeps is bounded by what there are observers of. */
final class NamespaceObservers {

    private final Map<Kind, List<Observer>> byKind = new EnumMap<>(Kind.class);
    /** For the names that observers name; each list holds the observers of any event too. */
    private final Map<String, List<Observer>> byEvent = new HashMap<>();

    private final List<Observer> ofAnyEvent;

    NamespaceObservers(List<Observer> inOrder) {
        for (Kind kind : Kind.values()) {
            byKind.put(
                    kind,
                    inOrder.stream()
                            .filter(observer -> observer.observation().kind() == kind)
                            .toList());
        }
        this.ofAnyEvent = ofEventNamed("");
        for (Observer observer : of(Kind.RECEIVED)) {
            byEvent.computeIfAbsent(observer.observation().event(), this::ofEventNamed);
        }
    }

    /** The observers of what is no event of a client. */
    List<Observer> of(Kind kind) {
        return byKind.getOrDefault(kind, List.of());
    }

    /** The observers of a client's event; its name is compared, and nothing else done with it. */
    List<Observer> ofEvent(String name) {
        return byEvent.getOrDefault(name, ofAnyEvent);
    }

    private List<Observer> ofEventNamed(String name) {
        return of(Kind.RECEIVED).stream()
                .filter(observer -> observer.observation().includesEvent(name))
                .toList();
    }
}
