package org.sockeye;

/** A way in which Engine.IO packets travel. */
public enum Transport {
    /** HTTP long-polling. */
    POLLING("polling"),
    /** WebSocket. */
    WEBSOCKET("websocket");

    private final String wireName;

    Transport(String wireName) {
        this.wireName = wireName;
    }

    /** The name in the {@code transport} query parameter and in the settings. */
    public String wireName() {
        return wireName;
    }
}
