package org.sockeye.internal.engine;

import org.sockeye.internal.protocol.EngineCodec;

/** Chooses the codec for a session, or for the WebSocket that is to take it over, by the request that asks for it. */
final class Codecs {

    /** Far above what a client can mean to say in one POST; the packets are read one after the other. */
    private static final int MAX_PACKETS_PER_PAYLOAD = 25_000;

    private final EngineCodec revision4 = EngineCodec.revision4(MAX_PACKETS_PER_PAYLOAD);

    /** The codec of a request that keeps the rules. */
    EngineCodec of(EngineRequest request) {
        return revision4;
    }
}
