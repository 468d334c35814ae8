package org.sockeye.cdi;

import org.jspecify.annotations.Nullable;
import org.sockeye.DisconnectReason;
import org.sockeye.Socket;

/**
 * A socket that is gone, as observers of {@link Disconnected} are told.
 *
 * @param description what is known beyond the reason, for log lines; {@code null} when that is nothing
 */
public record Disconnection(Socket socket, DisconnectReason reason, @Nullable String description) {}
