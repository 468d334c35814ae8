package org.sockeye.internal.core;

import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;
import org.sockeye.Socket;
import org.sockeye.TypeRef;

/** An event of one client. */
record CoreEvent(String name, Socket socket, ReceivedArguments arguments, CoreAcknowledgement acknowledgement)
        implements ReceivedEvent {

    @Override
    public int count() {
        return arguments.count();
    }

    @Override
    public <T> @Nullable T argument(int index, Class<T> type) {
        return arguments.argument(index, type);
    }

    @Override
    public <T> @Nullable T argument(int index, TypeRef<T> type) {
        return arguments.argument(index, type);
    }

    @Override
    public @Nullable Object argument(int index, Type type) {
        return arguments.argument(index, type);
    }
}
