package org.sockeye.internal.json;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonLocation;
import jakarta.json.stream.JsonParser;
import java.lang.StackWalker.StackFrame;
import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A parser that knows where it is, and gives a JSON-B provider no part of a number.
 *
 * <p>JSON-P cuts a number to what is asked for, and Yasson asks for an int without a look at what is there. Here such a number is refused, but
 * only to the provider itself: a deserialiser of the application that asks for an int of 1.5 knows what it does. Who asks is told by the stack, which is
 * looked at only when a number does not fit.
 */
final class StrictParser implements JsonParser {

    private static final StackWalker STACK = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

    private final JsonParser parser;
    private final String binder;
    private final Trail trail = new Trail();
    private @Nullable Event last; // confined to the thread that reads
    private String key = ""; // confined, as said

    /** For the provider whose classes have names that begin like this. */
    StrictParser(JsonParser parser, String binder) {
        this.parser = parser;
        this.binder = binder;
    }

    /** As {@link org.sockeye.PayloadException#path}; {@code null} at the top. */
    @Nullable
    String path() {
        return trail.path();
    }

    @Override
    public boolean hasNext() {
        return parser.hasNext();
    }

    @Override
    public Event next() {
        Event next = parser.next();
        switch (next) {
            case KEY_NAME -> {
                key = parser.getString();
                trail.at(key);
            }
            case END_OBJECT, END_ARRAY -> trail.leave();
            default -> value(next);
        }
        last = next;
        return next;
    }

    /** What follows no name is an element. */
    private void value(Event event) {
        if (last != Event.KEY_NAME) {
            trail.atNext();
        }
        if (event == Event.START_OBJECT || event == Event.START_ARRAY) {
            trail.enter();
        }
    }

    @Override
    public Event currentEvent() {
        return parser.currentEvent();
    }

    @Override
    public String getString() {
        return last == Event.KEY_NAME ? key : parser.getString();
    }

    @Override
    public boolean isIntegralNumber() {
        return parser.isIntegralNumber();
    }

    @Override
    public int getInt() {
        Number exact = exactly(int.class);
        return exact == null ? parser.getInt() : exact.intValue();
    }

    @Override
    public long getLong() {
        Number exact = exactly(long.class);
        return exact == null ? parser.getLong() : exact.longValue();
    }

    /** {@code null} where the parser shall answer as it does. */
    private @Nullable Number exactly(Class<?> type) {
        if (last != Event.VALUE_NUMBER) {
            return null;
        }
        String text = parser.getString();
        try {
            return Numbers.read(text, type);
        } catch (ArithmeticException unfit) {
            if (isAskedByBinder()) {
                throw refused(text, type, unfit);
            }
            return null;
        }
    }

    private static ArithmeticException refused(String number, Class<?> type, ArithmeticException unfit) {
        ArithmeticException refused = new ArithmeticException(number + " does not fit " + type);
        refused.addSuppressed(unfit);
        return refused;
    }

    private boolean isAskedByBinder() {
        return STACK.walk(frames -> frames.<Class<?>>map(StackFrame::getDeclaringClass)
                        .filter(asking -> !JsonParser.class.isAssignableFrom(asking))
                        .findFirst())
                .filter(asking -> asking.getName().startsWith(binder))
                .isPresent();
    }

    @Override
    public BigDecimal getBigDecimal() {
        return parser.getBigDecimal();
    }

    @Override
    public JsonLocation getLocation() {
        return parser.getLocation();
    }

    @Override
    public JsonObject getObject() {
        return left(parser.getObject());
    }

    @Override
    public JsonArray getArray() {
        return left(parser.getArray());
    }

    @Override
    public JsonValue getValue() {
        boolean whole = last == Event.START_OBJECT || last == Event.START_ARRAY;
        JsonValue value = parser.getValue();
        return whole ? left(value) : value;
    }

    @Override
    public Stream<JsonValue> getArrayStream() {
        return left(parser.getArrayStream());
    }

    @Override
    public Stream<Map.Entry<String, JsonValue>> getObjectStream() {
        return left(parser.getObjectStream());
    }

    @Override
    public Stream<JsonValue> getValueStream() {
        return parser.getValueStream();
    }

    @Override
    public void skipArray() {
        boolean inside = trail.isInside() && !isInObject();
        parser.skipArray();
        if (inside) {
            left(trail);
        }
    }

    @Override
    public void skipObject() {
        boolean inside = trail.isInside() && isInObject();
        parser.skipObject();
        if (inside) {
            left(trail);
        }
    }

    private boolean isInObject() {
        return last == Event.START_OBJECT || trail.isAtName();
    }

    /** The parser has gone to the end of the innermost object or array without {@link #next}. */
    private <T> T left(T what) {
        trail.leave();
        last = Event.END_OBJECT;
        return what;
    }

    @Override
    public void close() {
        parser.close();
    }
}
