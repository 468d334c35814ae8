package org.sockeye.internal.core;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.sockeye.Broadcaster;
import org.sockeye.RemoteSocket;
import org.sockeye.Reply;

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
    default Broadcaster local() {
        return everyone().local();
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
    default Broadcaster timeout(Duration deadline) {
        return everyone().timeout(deadline);
    }

    @Override
    default void emit(String event, @Nullable Object... arguments) {
        everyone().emit(event, arguments);
    }

    @Override
    default CompletionStage<List<Reply>> emitWithAck(String event, @Nullable Object... arguments) {
        return everyone().emitWithAck(event, arguments);
    }

    @Override
    default CompletionStage<List<RemoteSocket>> fetchSockets() {
        return everyone().fetchSockets();
    }

    @Override
    default void socketsJoin(String... rooms) {
        everyone().socketsJoin(rooms);
    }

    @Override
    default void socketsLeave(String... rooms) {
        everyone().socketsLeave(rooms);
    }

    @Override
    default void disconnectSockets() {
        everyone().disconnectSockets();
    }

    @Override
    default void disconnectSockets(boolean close) {
        everyone().disconnectSockets(close);
    }
}
