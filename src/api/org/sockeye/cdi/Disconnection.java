package org.sockeye.cdi;

import org.jspecify.annotations.Nullable;
import org.sockeye.DisconnectReason;
import org.sockeye.Socket;

public record Disconnection(Socket socket, DisconnectReason reason, @Nullable String description) {
}
