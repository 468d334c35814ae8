package org.sockeye;

import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

public interface SocketIoServer extends Broadcaster {
    int clientsCount();
    void close();
    SocketIoConfig config();
    Engine engine();
    static SocketIoServer from(Function<String, @Nullable Object> attributes) { throw null; }
    static SocketIoServer from(Function<String, @Nullable Object> attributes, String name) { throw null; }
    ServerMetrics metrics();
    String name();
    Namespace of(String name);
    ParentNamespace of(Pattern pattern);
    ParentNamespace of(NamespacePredicate predicate);
    default Namespace of(String name, ConnectionListener listener) { throw null; }
    Broadcaster ofUser(String name);
    SocketIoServer off(String event, ServerSideListener listener);
    SocketIoServer on(String event, ServerSideListener listener);
    SocketIoServer onConnection(ConnectionListener listener);
    SocketIoServer onError(ErrorListener listener);
    SocketIoServer onExpiry(Reauthentication hook);
    SocketIoServer onNewNamespace(NamespaceListener listener);
    void serverSideEmit(String event, @Nullable Object... arguments);
    CompletionStage<List<Reply>> serverSideEmitWithAck(String event, @Nullable Object... arguments);
    SocketIoServer use(Middleware middleware);
    SocketIoServer useAsync(AsyncMiddleware middleware);
}
