package org.sockeye;

import org.jspecify.annotations.Nullable;

@FunctionalInterface
public interface DisconnectListener {
    void disconnected(DisconnectReason reason, @Nullable String description) throws Exception;
}
