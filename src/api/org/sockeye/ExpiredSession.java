package org.sockeye;

import java.util.Set;

public interface ExpiredSession {
    SocketData data();
    String id();
    Set<String> rooms();
}
