package org.sockeye.internal.core;

import org.jspecify.annotations.Nullable;
import org.sockeye.Broadcaster;

/** What a namespace or a server does as a choice of sockets: that of everyone. */
interface Everyone extends Broadcaster {

    /** All sockets, without flags. */
    Broadcaster everyone();

    @Override
    default Broadcaster to(String... rooms) {
        return everyone().to(rooms);
    }

    @Override
    default Broadcaster in(String... rooms) {
        return everyone().in(rooms);
    }

    @Override
    default Broadcaster except(String... rooms) {
        return everyone().except(rooms);
    }

    @Override
    default Broadcaster asVolatile() {
        return everyone().asVolatile();
    }

    @Override
    default Broadcaster compress(boolean compress) {
        return everyone().compress(compress);
    }

    @Override
    default void emit(String event, @Nullable Object... arguments) {
        everyone().emit(event, arguments);
    }
}
