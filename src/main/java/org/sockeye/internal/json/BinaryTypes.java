package org.sockeye.internal.json;

import jakarta.json.bind.annotation.JsonbTypeAdapter;
import jakarta.json.bind.annotation.JsonbTypeSerializer;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells from its declaration whether an object may hold bytes.
 *
 * <p>"No" is certain: each property, and each of theirs, is of a type without subclasses and without bytes. Anything else is "maybe".
 */
final class BinaryTypes {

    private static final Set<Class<?>> CONTAINERS =
            Set.of(List.class, Set.class, Collection.class, Map.class, Optional.class);
    private static final Set<Class<?>> OPEN_BUT_HARMLESS =
            Set.of(java.math.BigInteger.class, java.math.BigDecimal.class, java.util.Date.class);

    private final Map<Class<?>, Boolean> known = new ConcurrentHashMap<>();

    /** For the class of a value, which has no subclass to look out for. */
    boolean mayBeIn(Class<?> type) {
        Boolean answer = known.get(type);
        if (answer == null) {
            answer = inProperties(type, new HashSet<>());
            known.put(type, answer);
        }
        return answer;
    }

    private static boolean inProperties(Class<?> type, Set<Class<?>> seen) {
        if (isHarmless(type) || !seen.add(type)) {
            return false;
        }
        boolean found = isCustomised(type);
        for (Class<?> c = type; c != null && c != Object.class && !found; c = c.getSuperclass()) {
            found = inFields(c, seen);
        }
        return found || inGetters(type, seen);
    }

    private static boolean inFields(Class<?> type, Set<Class<?>> seen) {
        boolean found = false;
        for (Field field : type.getDeclaredFields()) {
            found |= !Modifier.isStatic(field.getModifiers())
                    && (isCustomised(field) || in(field.getGenericType(), seen));
        }
        return found;
    }

    private static boolean inGetters(Class<?> type, Set<Class<?>> seen) {
        boolean found = false;
        for (Method method : type.getMethods()) {
            found |= isGetter(method) && (isCustomised(method) || in(method.getGenericReturnType(), seen));
        }
        return found;
    }

    private static boolean isGetter(Method method) {
        String name = method.getName();
        return method.getParameterCount() == 0
                && !Modifier.isStatic(method.getModifiers())
                && method.getDeclaringClass() != Object.class
                && (name.startsWith("get") || name.startsWith("is"));
    }

    private static boolean isCustomised(AnnotatedElement element) {
        return element.isAnnotationPresent(JsonbTypeAdapter.class)
                || element.isAnnotationPresent(JsonbTypeSerializer.class);
    }

    private static boolean in(Type type, Set<Class<?>> seen) {
        if (type instanceof ParameterizedType parameterized) {
            return !CONTAINERS.contains(JavaTypes.raw(type)) || inAny(parameterized.getActualTypeArguments(), seen);
        }
        if (!(type instanceof Class<?> plain) || plain == byte[].class) {
            return true;
        }
        if (plain.isArray()) {
            return in(plain.getComponentType(), seen);
        }
        return !isHarmless(plain) && (!Modifier.isFinal(plain.getModifiers()) || inProperties(plain, seen));
    }

    private static boolean inAny(Type[] types, Set<Class<?>> seen) {
        boolean found = false;
        for (Type type : types) {
            found |= in(type, seen);
        }
        return found;
    }

    private static boolean isHarmless(Class<?> type) {
        return type.isPrimitive()
                || type.isEnum()
                || OPEN_BUT_HARMLESS.contains(type)
                || (isOfJava(type) && Modifier.isFinal(type.getModifiers()) && !type.isArray());
    }

    private static boolean isOfJava(Class<?> type) {
        return type.getPackageName().equals("java.lang")
                || type.getPackageName().startsWith("java.time");
    }
}
