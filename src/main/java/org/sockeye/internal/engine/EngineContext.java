package org.sockeye.internal.engine;

import java.util.function.Consumer;
import org.sockeye.Transport;

/** What all sessions of a server share. */
record EngineContext(EngineSettings settings, Timer timer, Counters counters, Consumer<EngineSession> onClosed) {

    /** What the packet that opens a session tells the client. */
    String greeting(String sid, Transport transport) {
        boolean upgrades = settings.allowUpgrades()
                && transport == Transport.POLLING
                && settings.transports().contains(Transport.WEBSOCKET);
        return "{\"sid\":\"" + sid
                + "\",\"upgrades\":" + (upgrades ? "[\"" + Transport.WEBSOCKET.wireName() + "\"]" : "[]")
                + ",\"pingInterval\":" + settings.pingInterval().toMillis()
                + ",\"pingTimeout\":" + settings.pingTimeout().toMillis()
                + ",\"maxPayload\":" + settings.maxPayload() + "}";
    }
}
