package org.sockeye.internal.json;

import jakarta.json.bind.annotation.JsonbTypeAdapter;
import jakarta.json.bind.annotation.JsonbTypeDeserializer;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** Finds what a provider cannot create because it is not public, when a listener is registered rather than with the first event. */
final class HiddenClass {

    private HiddenClass() {}

    /** A class in this type that a provider has to create and that is not public. */
    static @Nullable Class<?> in(Type type) {
        return JavaTypes.find(type, found -> !isReachable(found));
    }

    private static boolean isReachable(Class<?> type) {
        return Modifier.isPublic(type.getModifiers())
                || type.isPrimitive()
                || type.isEnum()
                || type.isInterface()
                || type.isAnnotationPresent(JsonbTypeDeserializer.class)
                || type.isAnnotationPresent(JsonbTypeAdapter.class);
    }
}
