package org.sockeye.internal.core;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sockeye.EventListener;
import org.sockeye.SocketListener;
import org.sockeye.TypeRef;

/** Calls every method that an interface of the API has, with arguments that make sense, so that none can be left out. */
final class EveryMethod {

    /** These end what the others are called on. */
    private static final Set<String> LAST = Set.of("close", "disconnect", "disconnectSockets");

    private EveryMethod() {}

    /** Calls all that do not end the object, and fails with the first that throws. */
    static void of(Class<?> type, Object target) {
        Stream.of(type.getMethods())
                .filter(method -> !LAST.contains(method.getName()) && !Modifier.isStatic(method.getModifiers()))
                .forEach(method -> call(method, target));
    }

    private static void call(Method method, Object target) {
        Object[] arguments =
                Stream.of(method.getParameterTypes()).map(EveryMethod::argument).toArray();
        try {
            method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            throw new AssertionError(method + " failed", thrown.getCause());
        } catch (IllegalAccessException hidden) {
            throw new AssertionError(hidden);
        }
    }

    private static Object argument(Class<?> type) {
        if (type == String.class) {
            return "x";
        }
        if (type == String[].class) {
            return new String[] {"room"};
        }
        if (type == Object[].class) {
            return new Object[] {1};
        }
        if (type == Class.class) {
            return String.class;
        }
        if (type == TypeRef.class) {
            return TypeRef.of(String.class);
        }
        if (type == Duration.class) {
            return Duration.ofSeconds(1);
        }
        if (type == Instant.class) {
            return Instant.MAX;
        }
        if (type == boolean.class) {
            return false;
        }
        if (type == Pattern.class) {
            return Pattern.compile("/nobody");
        }
        return proxy(type == SocketListener.class ? EventListener.class : type);
    }

    /** A listener that does nothing, or what else the application implements. */
    private static Object proxy(Class<?> type) {
        return Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> answer(self, method, arguments));
    }

    private static @Nullable Object answer(Object self, Method method, @Nullable Object[] arguments) {
        Class<?> type = method.getReturnType();
        if (method.getName().equals("equals")) {
            return self == arguments[0];
        }
        if (method.getName().equals("hashCode")) {
            return System.identityHashCode(self);
        }
        if (type == CompletionStage.class) {
            return ListeningSocket.PASSED;
        }
        return type == boolean.class ? false : null;
    }
}
