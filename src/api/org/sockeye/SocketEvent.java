package org.sockeye;

import org.jspecify.annotations.Nullable;

public interface SocketEvent extends Arguments {
    Acknowledgement acknowledgement();
    default boolean answer(@Nullable Object... arguments) { throw null; }
    String name();
    Socket socket();
}
