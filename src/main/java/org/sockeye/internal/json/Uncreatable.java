package org.sockeye.internal.json;

import jakarta.json.JsonValue;
import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.json.bind.annotation.JsonbTypeAdapter;
import jakarta.json.bind.annotation.JsonbTypeDeserializer;
import jakarta.json.bind.annotation.JsonbTypeInfo;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Calendar;
import java.util.Collection;
import java.util.Currency;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TimeZone;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds what no JSON-B provider can create, when a listener is registered or an observer deployed rather than with the first event. */
final class Uncreatable {

    private static final List<Class<? extends Annotation>> TAKEN_CARE_OF =
            List.of(JsonbTypeDeserializer.class, JsonbTypeAdapter.class, JsonbTypeInfo.class);

    /** What JSON-B and its providers know of the JDK, beside collections, maps and {@code java.time}; with the classes derived from it. */
    private static final Set<Class<?>> KNOWN = Set.of(
            CharSequence.class,
            Number.class,
            Boolean.class,
            Character.class,
            BigInteger.class,
            BigDecimal.class,
            URI.class,
            URL.class,
            UUID.class,
            Path.class,
            Date.class,
            Calendar.class,
            TimeZone.class,
            Locale.class,
            Currency.class,
            ByteBuffer.class,
            Optional.class,
            OptionalInt.class,
            OptionalLong.class,
            OptionalDouble.class,
            Collection.class,
            Map.class,
            JsonValue.class);

    private Uncreatable() {}

    /** A class in this type that cannot be created; {@code null} if there is none. What is inside of a class is not looked at. */
    static @Nullable Class<?> in(Type type) {
        return JavaTypes.find(type, found -> !isCreatable(found));
    }

    private static boolean isCreatable(Class<?> type) {
        if (type == Object.class || type.isPrimitive() || type.isEnum() || type.isRecord()) {
            return true;
        }
        if (KNOWN.stream().anyMatch(known -> known.isAssignableFrom(type)) || isAnnotated(type, TAKEN_CARE_OF)) {
            return true;
        }
        return type.getName().startsWith("java.") ? isOfTime(type) : hasCreator(type) || hasUsableConstructor(type);
    }

    private static boolean isOfTime(Class<?> type) {
        return type.getPackageName().equals("java.time");
    }

    private static boolean hasCreator(Class<?> type) {
        return Stream.<Executable>concat(
                        Stream.of(type.getDeclaredConstructors()), Stream.of(type.getDeclaredMethods()))
                .anyMatch(creator -> isAnnotated(creator, List.of(JsonbCreator.class)));
    }

    /** A class that has none of its own has one that a compiler made, whose first parameter is the outer instance where there is one. */
    private static boolean hasUsableConstructor(Class<?> type) {
        return !Modifier.isAbstract(type.getModifiers())
                && Stream.<Constructor<?>>of(type.getDeclaredConstructors())
                        .anyMatch(one -> one.getParameterCount() == 0 && !Modifier.isPrivate(one.getModifiers()));
    }

    private static boolean isAnnotated(AnnotatedElement element, List<Class<? extends Annotation>> annotations) {
        return annotations.stream().anyMatch(element::isAnnotationPresent);
    }
}
