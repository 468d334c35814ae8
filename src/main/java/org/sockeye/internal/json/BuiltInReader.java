package org.sockeye.internal.json;

import java.lang.reflect.Array;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sockeye.PayloadException;

/** Reads one value as one of the types of {@link JavaTypes#areBuiltIn}. */
final class BuiltInReader {

    private final JsonScanner scanner;
    private final Attachments attachments;
    private final Trail trail = new Trail();

    private BuiltInReader(String json, List<byte[]> attachments) {
        this.scanner = new JsonScanner(json);
        this.attachments = new Attachments(attachments);
    }

    static @Nullable Object read(String json, Type type, List<byte[]> attachments) {
        BuiltInReader reader = new BuiltInReader(json, attachments);
        try {
            Object value = reader.value(type);
            reader.scanner.end();
            return value;
        } catch (PayloadException unfit) {
            throw new PayloadException(String.valueOf(unfit.getMessage()), reader.trail.path(), unfit.getCause());
        }
    }

    private @Nullable Object value(Type type) {
        Class<?> raw = Objects.requireNonNull(JavaTypes.raw(type), "type variable");
        if (raw == Optional.class) {
            return Optional.ofNullable(value(JavaTypes.element(type)));
        }
        return switch (scanner.peek()) {
            case '"' -> string(raw);
            case '{' -> object(raw, type);
            case '[' -> array(raw, type);
            case 't' -> bool(true, raw);
            case 'f' -> bool(false, raw);
            case 'n' -> nothing(raw);
            default -> number(raw);
        };
    }

    private Object string(Class<?> type) {
        String text = scanner.string();
        if (type.isAssignableFrom(String.class)) {
            return text;
        }
        if (isBytes(type)) {
            return bytes(base64(text), type);
        }
        if ((type == char.class || type == Character.class) && text.length() == 1) {
            return text.charAt(0);
        }
        throw Misfit.of(type, "a string");
    }

    private static boolean isBytes(Class<?> type) {
        return type == byte[].class || type == ByteBuffer.class;
    }

    private static Object bytes(byte[] bytes, Class<?> type) {
        return type == ByteBuffer.class ? ByteBuffer.wrap(bytes) : bytes;
    }

    /** JSON-B's own form of bytes, so that it is understood inside and outside of objects alike. */
    private static byte[] base64(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw Misfit.of(byte[].class, "a string that is not base64");
        }
    }

    private Object bool(boolean value, Class<?> type) {
        scanner.literal(String.valueOf(value));
        if (type == boolean.class || type.isAssignableFrom(Boolean.class)) {
            return value;
        }
        throw Misfit.of(type, "a boolean");
    }

    private @Nullable Object nothing(Class<?> type) {
        scanner.literal("null");
        if (type.isPrimitive()) {
            throw Misfit.of(type, "null");
        }
        return null;
    }

    private Object number(Class<?> type) {
        String text = scanner.number();
        if (!Numbers.isNumber(type)) {
            throw Misfit.of(type, "a number");
        }
        try {
            return Numbers.read(text, type);
        } catch (NumberFormatException e) {
            throw scanner.malformed();
        } catch (ArithmeticException e) {
            throw Misfit.of(type, "the number " + text);
        }
    }

    private Object object(Class<?> raw, Type type) {
        boolean bytes = isBytes(raw);
        if (raw != Map.class && raw != Object.class && !bytes) {
            throw Misfit.of(raw, "an object");
        }
        Map<String, @Nullable Object> members = members(raw == Map.class ? JavaTypes.element(type) : Object.class);
        boolean placeholder = !attachments.isEmpty() && Boolean.TRUE.equals(members.get(Attachments.MARK));
        if (placeholder && raw != Map.class) {
            return bytes(attachment(members.get(Attachments.NUMBER)), raw);
        }
        if (placeholder || bytes) {
            throw Misfit.of(raw, placeholder ? "binary" : "an object");
        }
        return members;
    }

    private byte[] attachment(@Nullable Object number) {
        return attachments.take(number instanceof Integer index ? index : -1).clone();
    }

    private Map<String, @Nullable Object> members(Type type) {
        trail.enter();
        scanner.expect('{');
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        while (scanner.more('}', members.isEmpty())) {
            String name = scanner.string();
            trail.at(name);
            scanner.expect(':');
            members.put(name, value(type));
        }
        trail.leave();
        return members;
    }

    private Object array(Class<?> raw, Type type) {
        if (raw == byte[].class || !(raw.isArray() || raw.isAssignableFrom(List.class) || raw == Set.class)) {
            throw Misfit.of(raw, "an array");
        }
        List<@Nullable Object> elements = elements(raw == Object.class ? Object.class : JavaTypes.element(type));
        if (raw == Set.class) {
            return new LinkedHashSet<>(elements);
        }
        return raw.isArray() ? arrayOf(raw.getComponentType(), elements) : elements;
    }

    private List<@Nullable Object> elements(Type type) {
        trail.enter();
        scanner.expect('[');
        List<@Nullable Object> elements = new ArrayList<>();
        while (scanner.more(']', elements.isEmpty())) {
            trail.at(elements.size());
            elements.add(value(type));
        }
        trail.leave();
        return elements;
    }

    private static Object arrayOf(Class<?> component, List<@Nullable Object> elements) {
        Object array = Array.newInstance(component, elements.size());
        for (int i = 0; i < elements.size(); i++) {
            Array.set(array, i, elements.get(i));
        }
        return array;
    }
}
