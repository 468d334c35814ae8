package org.sockeye;

public enum Transport {
    POLLING, WEBSOCKET;
    public String wireName() { throw null; }
}
