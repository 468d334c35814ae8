package org.sockeye;

import java.util.Collection;

public interface ParentNamespace extends Broadcaster {
    Collection<Namespace> children();
    ParentNamespace on(String event, ServerSideListener listener);
    ParentNamespace onConnection(ConnectionListener listener);
    SocketIoServer server();
    ParentNamespace use(Middleware middleware);
    ParentNamespace useAsync(AsyncMiddleware middleware);
}
