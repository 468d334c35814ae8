package org.sockeye.internal.json;

import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;
import org.sockeye.PayloadException;

/** The message of JSON that is not what was asked for. */
final class Misfit {

    private static final int LENGTH = 100;

    private Misfit() {}

    static PayloadException of(Type type, String found) {
        return new PayloadException("JSON does not fit " + type.getTypeName() + ": it is " + shown(found));
    }

    static PayloadException of(Type type, @Nullable String path, Throwable reason) {
        return new PayloadException("JSON does not fit " + type.getTypeName() + ": " + reason(reason), path, reason);
    }

    /** Adds one step of a path: a property, whose name may have come from a client, or the position of an element. */
    static void appendStep(StringBuilder path, @Nullable String property, int index) {
        if (path.length() > LENGTH) {
            return;
        }
        if (property == null) {
            path.append('[').append(index).append(']');
        } else {
            path.append('.').append(shown(property));
        }
    }

    static String reason(Throwable reason) {
        return shown(innermost(reason));
    }

    /** The innermost cause says what is wrong; the outer ones quote what was sent, or say "internal error". */
    private static String innermost(Throwable reason) {
        Throwable inner = reason;
        String message = reason.toString();
        for (int depth = 0; inner != null && depth < 20; depth++) {
            String text = inner.getMessage();
            boolean isMute = text == null || text.isBlank();
            message = isMute ? mute(message, inner, reason) : String.valueOf(text);
            inner = inner.getCause();
        }
        return message;
    }

    /** Where a cause says nothing, its name is more than that the one around it failed. */
    private static String mute(String message, Throwable inner, Throwable outermost) {
        return inner == outermost ? message : message + " (" + inner.getClass().getSimpleName() + ")";
    }

    /** What a client sent, short and without line breaks, control characters, and what turns the direction of a line. */
    private static String shown(@Nullable String text) {
        String line = String.valueOf(text).replaceAll("[\\p{Cc}\\p{Cf}\\u2028\\u2029]+", " ");
        return line.length() <= LENGTH ? line : line.substring(0, LENGTH) + "...";
    }
}
