package org.sockeye.harness;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.ConcurrentModificationException;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Counts what is in every map, list, set and queue that can be reached from an object through objects of the library: nothing of a client that
 * is gone may be in any of them, wherever somebody put it.
 */
public final class Census {

    private static final String OURS = "org.sockeye.internal.";
    private static final String ROOT = "org.sockeye.internal.web.Deployment";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(20);

    /** What is bounded and kept on purpose: what was logged before, and the threads of pools, which end when they have been idle. */
    private static final Set<String> NO_CLIENTS = Set.of("FirstTimes.seen", "OwnThreads.threads");

    private final Map<String, Integer> sizes = new TreeMap<>();
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Object> next = new ArrayDeque<>();

    private Census() {}

    /** The size of each collection that the application's servers have, by the field that holds it; those of several objects are added up. */
    public static Map<String, Integer> of(EmbeddedTomcat tomcat) {
        while (true) {
            try {
                return new Census().take(Objects.requireNonNull(tomcat.attribute(ROOT)));
            } catch (ConcurrentModificationException busy) {
                Thread.onSpinWait();
            }
        }
    }

    /** Waits until everything is again as it was counted before. */
    public static void awaitSame(Map<String, Integer> before, EmbeddedTomcat tomcat) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Map<String, Integer> now = of(tomcat);
        while (!now.equals(before) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(PAUSE.toNanos());
            now = of(tomcat);
        }
        if (!now.equals(before)) {
            throw new AssertionError("there were " + before + ", and now there are " + now);
        }
    }

    private Map<String, Integer> take(Object root) {
        visit(root);
        Object object;
        while ((object = next.poll()) != null) {
            readFields(object);
        }
        sizes.keySet().removeAll(NO_CLIENTS);
        return sizes;
    }

    private void visit(@Nullable Object value) {
        if (value != null && isOurs(value.getClass()) && seen.add(value)) {
            next.add(value);
        }
    }

    private static boolean isOurs(Class<?> type) {
        String name = type.getName();
        return name.startsWith(OURS) && !name.contains("Test");
    }

    private void readFields(Object object) {
        Class<?> type = object.getClass();
        while (type != null && isOurs(type)) {
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
                    read(type.getSimpleName() + "." + field.getName(), value(field, object));
                }
            }
            type = type.getSuperclass();
        }
    }

    private void read(String name, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            count(name, map.size());
            map.keySet().forEach(this::visit);
            map.values().forEach(element -> read(name + "[]", element));
        } else if (value instanceof Collection<?> collection) {
            count(name, collection.size());
            synchronized (collection) {
                collection.forEach(element -> read(name + "[]", element));
            }
        } else if (value instanceof AtomicReference<?> reference) {
            read(name, reference.get());
        } else {
            visit(value);
        }
    }

    private void count(String name, int size) {
        sizes.merge(name, size, Integer::sum);
    }

    private static @Nullable Object value(Field field, Object object) {
        try {
            field.setAccessible(true);
            return field.get(object);
        } catch (ReflectiveOperationException | RuntimeException hidden) {
            throw new LinkageError("cannot read " + field, hidden);
        }
    }
}
