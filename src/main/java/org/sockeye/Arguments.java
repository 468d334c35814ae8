package org.sockeye;

import org.jspecify.annotations.Nullable;

/**
 * The arguments of an event or of an acknowledgement, bound to a Java type when they are asked for.
 *
 * <p>Immutable and safe for any thread. What was received is kept as text until it is asked for: an argument that nobody
 * reads is never bound. An index at or beyond {@link #count()} answers {@code null}, as a missing argument in JavaScript is
 * {@code undefined}; for a primitive type that is a {@link PayloadException}.
 */
public interface Arguments {

    /** How many arguments came; an acknowledgement callback is not one of them. */
    int count();

    /**
     * The argument at {@code index}, as {@code type}.
     *
     * @throws PayloadException if what came does not fit the type
     * @throws IndexOutOfBoundsException if {@code index} is negative
     */
    <T> @Nullable T argument(int index, Class<T> type);

    /** The argument at {@code index}, as a type with type arguments. See {@link #argument(int, Class)}. */
    <T> @Nullable T argument(int index, TypeRef<T> type);
}
