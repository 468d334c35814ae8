package org.sockeye;

public interface Engine {
    Engine allowRequest(RequestFilter filter);
    int clientsCount();
    Engine corsOrigin(OriginFilter filter);
    Engine generateId(IdGenerator generator);
    Engine onConnectionError(ConnectionErrorListener listener);
    Engine onHeaders(HeadersListener listener);
    Engine onInitialHeaders(HeadersListener listener);
}
