package org.sockeye;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

public interface Namespace extends Broadcaster {
    String name();
    Broadcaster ofUser(String name);
    Namespace off(String event, ServerSideListener listener);
    Namespace on(String event, ServerSideListener listener);
    Namespace onConnection(ConnectionListener listener);
    Namespace onRecoveryExpired(RecoveryExpiredListener listener);
    Namespace onRoom(RoomListener listener);
    SocketIoServer server();
    void serverSideEmit(String event, @Nullable Object... arguments);
    CompletionStage<List<Reply>> serverSideEmitWithAck(String event, @Nullable Object... arguments);
    Collection<Socket> sockets();
    Namespace use(Middleware middleware);
    Namespace useAsync(AsyncMiddleware middleware);
}
