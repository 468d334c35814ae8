package org.sockeye;

import java.util.Set;

public interface RemoteSocket extends Emitter {
    SocketData data();
    void disconnect();
    void disconnect(boolean close);
    Handshake handshake();
    String id();
    void join(String... rooms);
    void leave(String... rooms);
    Set<String> rooms();
}
