package org.sockeye;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

public interface Socket extends RemoteSocket {
    Emitter asVolatile();
    Map<String, Object> attributes();
    Broadcaster broadcast();
    Emitter compress(boolean compress);
    EngineSocket conn();
    SocketData.Mutable data();
    void disconnect();
    void disconnect(boolean close);
    void emit(String event, @Nullable Object... arguments);
    CompletionStage<Reply> emitWithAck(String event, @Nullable Object... arguments);
    Broadcaster except(String... rooms);
    Socket expireAt(Instant instant);
    Optional<Instant> expiresAt();
    Handshake handshake();
    String id();
    Broadcaster in(String... rooms);
    boolean isConnected();
    void join(String... rooms);
    void leave(String... rooms);
    List<SocketListener> listeners(String event);
    List<EventListener> listenersAny();
    List<OutgoingListener> listenersAnyOutgoing();
    Namespace namespace();
    Socket off();
    Socket off(String event);
    Socket off(String event, SocketListener listener);
    Socket offAny();
    Socket offAny(EventListener listener);
    Socket offAnyOutgoing();
    Socket offAnyOutgoing(OutgoingListener listener);
    <A, B, C> Socket on(String event, TypeRef<A> first, TypeRef<B> second, TypeRef<C> third, EventListener3<A, B, C> listener);
    <A, B> Socket on(String event, TypeRef<A> first, TypeRef<B> second, EventListener2<A, B> listener);
    <A> Socket on(String event, TypeRef<A> first, EventListener1<A> listener);
    Socket on(String event, EventListener listener);
    default <A, B, C> Socket on(String event, Class<A> first, Class<B> second, Class<C> third, EventListener3<A, B, C> listener) { throw null; }
    default <A, B> Socket on(String event, Class<A> first, Class<B> second, EventListener2<A, B> listener) { throw null; }
    default <A> Socket on(String event, Class<A> first, EventListener1<A> listener) { throw null; }
    Socket onAny(EventListener listener);
    Socket onAnyOutgoing(OutgoingListener listener);
    Socket onDisconnect(DisconnectListener listener);
    Socket onDisconnecting(DisconnectListener listener);
    Socket onError(ErrorListener listener);
    <A, B, C> Socket once(String event, TypeRef<A> first, TypeRef<B> second, TypeRef<C> third, EventListener3<A, B, C> listener);
    <A, B> Socket once(String event, TypeRef<A> first, TypeRef<B> second, EventListener2<A, B> listener);
    <A> Socket once(String event, TypeRef<A> first, EventListener1<A> listener);
    Socket once(String event, EventListener listener);
    default <A, B, C> Socket once(String event, Class<A> first, Class<B> second, Class<C> third, EventListener3<A, B, C> listener) { throw null; }
    default <A, B> Socket once(String event, Class<A> first, Class<B> second, EventListener2<A, B> listener) { throw null; }
    default <A> Socket once(String event, Class<A> first, EventListener1<A> listener) { throw null; }
    Socket prependAny(EventListener listener);
    Socket prependAnyOutgoing(OutgoingListener listener);
    boolean recovered();
    Set<String> rooms();
    Emitter timeout(Duration deadline);
    Broadcaster to(String... rooms);
    Socket use(EventMiddleware middleware);
    Socket useAsync(AsyncEventMiddleware middleware);
}
