package org.sockeye.internal.core;

import java.lang.reflect.Method;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sockeye.InvalidPayloadException;

/**
 * Constraints that applications put on what their observers are called with; implemented over Jakarta Validation. Found by {@link java.util.ServiceLoader}, and left out
 * where what it needs is not there. Safe for any thread.
 */
public interface PayloadConstraints {

    /** Whether a parameter says that what it is called with is to be validated. */
    boolean concern(Method method, int parameter);

    /**
     * Begins, once, if there is something to validate; before anything is checked.
     *
     * @param beans answers a bean of a type; {@code null} where there is none
     * @return whether anything can be validated
     */
    boolean begin(Function<Class<?>, @Nullable Object> beans);

    /** Whether the parameter has constraints of its own, beside those of its type: to check these, {@link #checkParameter} needs an object that has the method. */
    boolean areOnParameter(Method method, int parameter);

    /**
     * Checks a value against the constraints of its type, and what it holds.
     *
     * @throws InvalidPayloadException if it violates some
     */
    void check(Object value);

    /**
     * Checks what a method is to be called with.
     *
     * @throws InvalidPayloadException if it violates some constraints
     */
    void checkParameter(Object bean, Method method, int parameter, Object value);

    /** What is wrong with a parameter where the container has validated a call, and thrown this; {@code null} if it is about something else. */
    @Nullable
    InvalidPayloadException found(Throwable thrown, Method method, int parameter);

    /** Ends what was begun. */
    void end();
}
