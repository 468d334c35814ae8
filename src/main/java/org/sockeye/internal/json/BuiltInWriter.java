package org.sockeye.internal.json;

import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Writes one value: built-in ones and what contains them itself, the others as their {@link Foreign} codec does. */
final class BuiltInWriter {

    private final Foreign foreign;
    private final List<byte[]> attachments;
    private final StringBuilder out = new StringBuilder();
    // One thread writes one value.
    private int depth;

    private BuiltInWriter(Foreign foreign, List<byte[]> attachments) {
        this.foreign = foreign;
        this.attachments = attachments;
    }

    /** Leaves {@code attachments} as it found them if the value cannot be written. */
    static String write(@Nullable Object value, Foreign foreign, List<byte[]> attachments) {
        int before = attachments.size();
        try {
            BuiltInWriter writer = new BuiltInWriter(foreign, attachments);
            return value == null || writer.appendBuiltIn(value)
                    ? writer.result(value)
                    : foreign.json(value, attachments);
        } catch (RuntimeException e) {
            while (attachments.size() > before) {
                attachments.remove(attachments.size() - 1);
            }
            throw e;
        }
    }

    private String result(@Nullable Object value) {
        return value == null ? "null" : out.toString();
    }

    private void append(@Nullable Object value) {
        if (value == null) {
            out.append("null");
        } else if (!appendBuiltIn(value)) {
            out.append(foreign.json(value, attachments));
        }
    }

    private boolean appendBuiltIn(Object value) {
        if (value instanceof CharSequence text) {
            JsonText.appendString(out, text);
        } else if (value instanceof Boolean) {
            out.append(value);
        } else if (value instanceof Character) {
            JsonText.appendString(out, value.toString());
        } else {
            return value instanceof Number number ? appendNumber(number) : appendContainer(value);
        }
        return true;
    }

    private boolean appendNumber(Number value) {
        if (value instanceof Double) {
            JsonText.appendDouble(out, value.doubleValue());
        } else if (value instanceof Float) {
            JsonText.appendFloat(out, value.floatValue());
        } else if (isWhole(value) || value instanceof BigDecimal) {
            out.append(value);
        } else {
            return false;
        }
        return true;
    }

    private static boolean isWhole(Number value) {
        return value instanceof Integer
                || value instanceof Long
                || value instanceof Short
                || value instanceof Byte
                || value instanceof BigInteger
                || value instanceof AtomicInteger
                || value instanceof AtomicLong;
    }

    private boolean appendContainer(Object value) {
        if (value instanceof byte[] bytes) {
            attach(bytes.clone());
        } else if (value instanceof ByteBuffer buffer) {
            attach(bytesOf(buffer));
        } else if (value instanceof Map<?, ?> map && !foreign.claims(map)) {
            appendMap(map);
        } else if (value instanceof Collection<?> collection && !foreign.claims(collection)) {
            appendCollection(collection);
        } else if (value.getClass().isArray()) {
            appendArray(value);
        } else {
            return appendOptional(value);
        }
        return true;
    }

    private void attach(byte[] bytes) {
        out.append(Attachments.placeholder(attachments.size()));
        attachments.add(bytes);
    }

    static byte[] bytesOf(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }

    private void appendMap(Map<?, ?> map) {
        Limits.checkDepth(++depth);
        char separator = '{';
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            out.append(separator);
            JsonText.appendString(out, name(entry.getKey()));
            out.append(':');
            append(entry.getValue());
            separator = ',';
        }
        out.append(separator == '{' ? "{}" : "}");
        depth--;
    }

    private static String name(@Nullable Object key) {
        return key instanceof Enum<?> constant ? constant.name() : String.valueOf(key);
    }

    private void appendCollection(Collection<?> collection) {
        Limits.checkDepth(++depth);
        char separator = '[';
        for (Object element : collection) {
            out.append(separator);
            append(element);
            separator = ',';
        }
        out.append(separator == '[' ? "[]" : "]");
        depth--;
    }

    private void appendArray(Object array) {
        Limits.checkDepth(++depth);
        out.append('[');
        int length = Array.getLength(array);
        for (int i = 0; i < length; i++) {
            if (i > 0) {
                out.append(',');
            }
            append(Array.get(array, i));
        }
        out.append(']');
        depth--;
    }

    private boolean appendOptional(Object value) {
        if (value instanceof Optional<?> optional) {
            append(optional.orElse(null));
        } else if (value instanceof OptionalInt optional) {
            append(optional.isPresent() ? (Object) optional.getAsInt() : null);
        } else if (value instanceof OptionalLong optional) {
            append(optional.isPresent() ? (Object) optional.getAsLong() : null);
        } else if (value instanceof OptionalDouble optional) {
            append(optional.isPresent() ? (Object) optional.getAsDouble() : null);
        } else {
            return false;
        }
        return true;
    }
}
