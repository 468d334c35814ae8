package org.sockeye.internal.core;

import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;
import org.sockeye.SocketEvent;

/** A {@link SocketEvent} whose arguments may be asked for by any reflected type. */
public interface ReceivedEvent extends SocketEvent {

    /** See {@link SocketEvent#argument(int, Class)}. */
    @Nullable
    Object argument(int index, Type type);
}
