package org.sockeye.cdi;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sockeye.Handshake;
import org.sockeye.Namespace;
import org.sockeye.Socket;

public interface ConnectionRequest {
    void accept();
    default Map<String, Object> attributes() { throw null; }
    default Handshake handshake() { throw null; }
    default boolean isRecovered() { throw null; }
    default Namespace namespace() { throw null; }
    void refuse(String message);
    void refuse(String message, @Nullable Object data);
    Socket socket();
}
