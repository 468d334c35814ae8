package org.sockeye.cdi;

import org.jspecify.annotations.Nullable;
import org.sockeye.SocketError;

public interface ErrorMapper {
    @Nullable Object toAnswer(SocketError error);
}
