package org.sockeye;

import java.util.Set;
import org.jspecify.annotations.Nullable;

public interface SocketData {
    <T> @Nullable T as(Class<T> type);
    <T> @Nullable T as(TypeRef<T> type);
    <T> @Nullable T get(String name, Class<T> type);
    <T> @Nullable T get(String name, TypeRef<T> type);
    Set<String> names();
    public static interface Mutable extends SocketData {
        void put(String name, @Nullable Object value);
        void remove(String name);
    }
}
