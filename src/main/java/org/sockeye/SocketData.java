package org.sockeye;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an application has noted of a socket: values by name, held as JSON, so that they travel with {@link Broadcaster#fetchSockets()}, to other servers
 * and to a recovered connection. Safe for any thread. What need not travel is in {@link Socket#attributes()}.
 */
public interface SocketData {

    /** The names of the values that there are. A copy. */
    Set<String> names();

    /**
     * The value of that name, as {@code type}; {@code null} if there is none.
     *
     * @throws PayloadException if it does not fit the type, or there is none and the type is primitive
     */
    <T> @Nullable T get(String name, Class<T> type);

    /** The value of that name, as a type with type arguments. See {@link #get(String, Class)}. */
    <T> @Nullable T get(String name, TypeRef<T> type);

    /**
     * All values together, as the members of one object.
     *
     * @throws PayloadException if they do not fit the type
     */
    <T> @Nullable T as(Class<T> type);

    /** All values together, as a type with type arguments. See {@link #as(Class)}. */
    <T> @Nullable T as(TypeRef<T> type);

    /** What is noted of a socket of this server, and may be changed. */
    interface Mutable extends SocketData {

        /**
         * Notes a value under a name, in place of the one before. It is encoded when this method returns: changing it afterwards changes nothing.
         *
         * @throws PayloadException if it cannot be written as JSON; the one before stays then
         */
        void put(String name, @Nullable Object value);

        /** Forgets the value of that name, if there is one. */
        void remove(String name);
    }
}
