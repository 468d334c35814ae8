package org.sockeye;

import org.jspecify.annotations.Nullable;

/** A value that could not be written as JSON, or JSON that does not fit the type that was asked for. */
public class PayloadException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Where in the value; {@code null} if that is not known. */
    private final @Nullable String path;

    /** With what is wrong, in words. */
    public PayloadException(String message) {
        this(message, null);
    }

    /** With what is wrong, in words, and what the codec threw. */
    public PayloadException(String message, @Nullable Throwable cause) {
        this(message, null, cause);
    }

    /**
     * An exception that says where in the value.
     *
     * @param path see {@link #path()}
     */
    public PayloadException(String message, @Nullable String path, @Nullable Throwable cause) {
        super(message, cause);
        this.path = path;
    }

    /**
     * Where in the value it does not fit: properties behind dots and positions in brackets, such as {@code .items[2].price}; {@code null} if that is
     * not known. Out of {@link Arguments} it begins with the argument's position, and is known at least so far: {@code [0].items[2].price}.
     *
     * <p>How far it goes inside of an object depends on the library that reads it: with Yasson and Jackson to the property or position itself, but with Yasson
     * to the record that has a null for a primitive component; with Johnzon not at all. A property name of a client is cut if it is long.
     */
    public @Nullable String path() {
        return path;
    }
}
