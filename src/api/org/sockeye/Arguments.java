package org.sockeye;

import org.jspecify.annotations.Nullable;

public interface Arguments {
    <T> @Nullable T argument(int index, Class<T> type);
    <T> @Nullable T argument(int index, TypeRef<T> type);
    int count();
}
