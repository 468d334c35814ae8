package org.sockeye;

import org.jspecify.annotations.Nullable;

/** A value that could not be written as JSON, or JSON that does not fit the type that was asked for. */
public class PayloadException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With what is wrong, in words. */
    public PayloadException(String message) {
        super(message);
    }

    /** With what is wrong, in words, and what the codec threw. */
    public PayloadException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
