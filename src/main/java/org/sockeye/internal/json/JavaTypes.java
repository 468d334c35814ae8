package org.sockeye.internal.json;

import java.lang.reflect.Array;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which Java types are read without JSON-B, and what is inside them. */
final class JavaTypes {

    private static final Set<Class<?>> PLAIN = Set.of(
            Object.class,
            String.class,
            CharSequence.class,
            boolean.class,
            Boolean.class,
            byte[].class,
            ByteBuffer.class);
    private static final Set<Class<?>> CONTAINERS =
            Set.of(Collection.class, List.class, Set.class, Map.class, Optional.class);

    private JavaTypes() {}

    /** Whether {@link BuiltInReader} reads this type, and all that is inside it. */
    static boolean areBuiltIn(Type type) {
        Class<?> raw = raw(type);
        if (raw == null) {
            return false;
        }
        if (PLAIN.contains(raw) || Numbers.isNumber(raw) || raw == char.class || raw == Character.class) {
            return true;
        }
        if (raw.isArray()) {
            return areBuiltIn(element(type));
        }
        return CONTAINERS.contains(raw) && hasTextKeys(raw, type) && areBuiltIn(element(type));
    }

    private static boolean hasTextKeys(Class<?> raw, Type type) {
        Class<?> key = raw == Map.class ? raw(argument(type, 0)) : String.class;
        return key == String.class || key == Object.class;
    }

    /** The first class that is asked for, among those that a value of this type is made of: type arguments and elements of arrays before the class itself. */
    static @Nullable Class<?> find(Type type, Predicate<Class<?>> asked) {
        if (type instanceof ParameterizedType parameterized) {
            for (Type argument : parameterized.getActualTypeArguments()) {
                Class<?> found = find(argument, asked);
                if (found != null) {
                    return found;
                }
            }
        }
        Class<?> raw = raw(type);
        while (raw != null && raw.isArray()) {
            raw = raw.getComponentType();
        }
        return raw == null || !asked.test(raw) ? null : raw;
    }

    /** The class behind a type, {@code null} for a type variable. */
    static @Nullable Class<?> raw(Type type) {
        if (type instanceof Class<?> plain) {
            return plain;
        }
        if (type instanceof ParameterizedType parameterized) {
            return raw(parameterized.getRawType());
        }
        if (type instanceof WildcardType wildcard) {
            return raw(wildcard.getUpperBounds()[0]);
        }
        Class<?> component = type instanceof GenericArrayType array ? raw(array.getGenericComponentType()) : null;
        return component == null ? null : Array.newInstance(component, 0).getClass();
    }

    /** The type of the elements of an array or a collection, of a map's values, of what an Optional holds. */
    static Type element(Type type) {
        if (type instanceof GenericArrayType array) {
            return array.getGenericComponentType();
        }
        if (type instanceof Class<?> plain && plain.isArray()) {
            return plain.getComponentType();
        }
        return argument(type, raw(type) == Map.class ? 1 : 0);
    }

    private static Type argument(Type type, int index) {
        if (type instanceof WildcardType wildcard) {
            return argument(wildcard.getUpperBounds()[0], index);
        }
        return type instanceof ParameterizedType parameterized
                ? parameterized.getActualTypeArguments()[index]
                : Object.class;
    }
}
