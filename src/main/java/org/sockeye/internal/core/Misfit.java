package org.sockeye.internal.core;

import org.jspecify.annotations.Nullable;
import org.sockeye.PayloadException;

/** Says of received arguments that they do not fit what was asked for. It knows whose they are, whoever lets it through. */
final class Misfit extends PayloadException {

    private static final long serialVersionUID = 1L;

    /** Not a part of what is written, since nobody who reads it has the arguments. */
    private final transient ReceivedArguments arguments;

    private Misfit(String message, ReceivedArguments arguments, String path, @Nullable Throwable cause) {
        super(message, path, cause);
        this.arguments = arguments;
    }

    /** What a codec says of an argument, with the argument's position before its path. */
    static Misfit of(ReceivedArguments arguments, int index, PayloadException reason) {
        String inside = reason.path();
        String path = position(index) + (inside == null ? "" : inside);
        return new Misfit(String.valueOf(reason.getMessage()), arguments, path, reason);
    }

    /** There is no value, and the type has none for that. */
    static Misfit missing(ReceivedArguments arguments, int index, Class<?> type) {
        String message = "Argument " + index + " is missing or null, and no " + type;
        return new Misfit(message, arguments, position(index), null);
    }

    boolean isOf(ReceivedArguments others) {
        return arguments == others;
    }

    private static String position(int index) {
        return "[" + index + "]";
    }
}
