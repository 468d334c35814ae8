package org.sockeye.internal.engine;

/** What takes a WebSocket that was granted, once it is open. */
@FunctionalInterface
public interface WebSocketOpening {

    /** Takes it. Its packets may come when this has returned. */
    WebSocketReceiver open(WebSocketLink link);
}
