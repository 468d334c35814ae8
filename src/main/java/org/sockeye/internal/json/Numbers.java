package org.sockeye.internal.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** JSON's one kind of number, and Java's many. */
final class Numbers {

    private static final Map<Class<?>, Function<String, Number>> READERS = Map.ofEntries(
            Map.entry(int.class, Numbers::toInt),
            Map.entry(Integer.class, Numbers::toInt),
            Map.entry(long.class, Numbers::toLong),
            Map.entry(Long.class, Numbers::toLong),
            Map.entry(double.class, Double::valueOf),
            Map.entry(Double.class, Double::valueOf),
            Map.entry(float.class, Float::valueOf),
            Map.entry(Float.class, Float::valueOf),
            Map.entry(short.class, text -> new BigDecimal(text).shortValueExact()),
            Map.entry(Short.class, text -> new BigDecimal(text).shortValueExact()),
            Map.entry(byte.class, text -> new BigDecimal(text).byteValueExact()),
            Map.entry(Byte.class, text -> new BigDecimal(text).byteValueExact()),
            Map.entry(BigDecimal.class, BigDecimal::new),
            Map.entry(BigInteger.class, text -> new BigDecimal(text).toBigIntegerExact()),
            Map.entry(Number.class, Numbers::natural),
            Map.entry(Object.class, Numbers::natural));

    private Numbers() {}

    static boolean isNumber(Class<?> type) {
        return READERS.containsKey(type);
    }

    /**
     * Reads a number as exactly the type that is asked for.
     *
     * @throws ArithmeticException if it has a fraction or digits that the type cannot hold
     * @throws NumberFormatException if it is no number
     */
    static Number read(String text, Class<?> type) {
        return Objects.requireNonNull(READERS.get(type)).apply(text);
    }

    private static Number toInt(String text) {
        return isShort(text, 9) ? (Number) Integer.valueOf(text) : new BigDecimal(text).intValueExact();
    }

    private static Number toLong(String text) {
        return isShort(text, 18) ? (Number) Long.valueOf(text) : new BigDecimal(text).longValueExact();
    }

    /** What an {@code Object} becomes: the smallest of int and long that holds it, or a double as in JavaScript. */
    private static Number natural(String text) {
        if (!isShort(text, 18)) {
            return isWhole(text) && text.length() <= 20 ? longOrDouble(text) : (Number) Double.valueOf(text);
        }
        long value = Long.parseLong(text);
        return value == (int) value ? (Number) (int) value : (Number) value;
    }

    private static Number longOrDouble(String text) {
        BigInteger value = new BigInteger(text);
        return value.bitLength() < Long.SIZE ? (Number) value.longValue() : (Number) value.doubleValue();
    }

    private static boolean isShort(String text, int digits) {
        return text.length() <= digits && isWhole(text);
    }

    private static boolean isWhole(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && (c != '-' || i > 0)) {
                return false;
            }
        }
        return true;
    }
}
