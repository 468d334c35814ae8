package org.sockeye.internal.cdi;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sockeye.internal.cdi.Observation.Kind;
import org.sockeye.internal.core.ManagedServer;
import org.sockeye.spi.JsonCodec;

/**
 * What the application observes, in the order in which it is to be called.
 *
 * <p>Which observers a namespace has is found once. Namespaces that observers name are known beforehand. Others get their names from clients, so what is
 * found for them by pattern is kept in a bounded map; where there is no pattern, all others have the same observers.
 */
final class Observers {

    private static final int MOST_KEPT = 1000;

    private final List<Observer> all;
    private final boolean havePatterns;
    private final Map<String, NamespaceObservers> named = new HashMap<>();
    private final NamespaceObservers ofOthers;
    private final Map<String, NamespaceObservers> found = new ConcurrentHashMap<>();

    Observers(List<Observer> collected) {
        List<Observer> sorted = new ArrayList<>(collected);
        sorted.sort(Comparator.comparingInt(Observer::priority));
        this.all = List.copyOf(sorted);
        this.havePatterns = all.stream().anyMatch(observer -> place(observer).pattern() != null);
        this.ofOthers = find(null);
        all.stream()
                .map(Observers::place)
                .filter(Place::isName)
                .forEach(place -> named.computeIfAbsent(place.namespace(), this::find));
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /** The roles that any of them is for. */
    Set<String> roles() {
        return all.stream()
                .flatMap(observer -> observer.access().roles().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Those of one server. */
    Observers of(ManagedServer server) {
        return new Observers(
                all.stream().filter(observer -> place(observer).isOn(server)).toList());
    }

    /** Makes sure that a server has the namespaces that are named, and that clients may create those that patterns are for. */
    void prepare(ManagedServer server) {
        named.keySet().forEach(server::of);
        Map<String, Pattern> patterns = new LinkedHashMap<>();
        for (Observer observer : all) {
            Pattern pattern = place(observer).pattern();
            if (pattern != null) {
                patterns.putIfAbsent(pattern.pattern(), pattern);
            }
        }
        patterns.values().forEach(server::of);
    }

    /** The observers of a namespace, by its name. */
    NamespaceObservers in(String namespace) {
        NamespaceObservers known = named.get(namespace);
        if (known == null) {
            known = havePatterns ? found.get(namespace) : ofOthers;
        }
        return known == null ? findAndKeep(namespace) : known;
    }

    private NamespaceObservers findAndKeep(String namespace) {
        if (found.size() >= MOST_KEPT) {
            found.clear();
        }
        return found.computeIfAbsent(namespace, this::find);
    }

    /** Those of a namespace that no pattern is for, when there is no name. */
    private NamespaceObservers find(@Nullable String namespace) {
        return new NamespaceObservers(all.stream()
                .filter(observer -> namespace == null
                        ? place(observer).isEverywhere()
                        : place(observer).includes(namespace))
                .toList());
    }

    private static Place place(Observer observer) {
        return observer.observation().place();
    }

    /** See {@link org.sockeye.internal.core.ApplicationEvents#checkReadable}. */
    void checkReadable(JsonCodec json) {
        all.stream()
                .filter(observer -> observer.observation().kind() == Kind.RECEIVED)
                .forEach(observer -> observer.checkReadable(json));
    }
}
