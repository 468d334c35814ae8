package org.sockeye.internal.engine;

import org.sockeye.internal.protocol.EngineCodec;

/** Chooses the codec for a session, or for the WebSocket that is to take it over, by the request that asks for it. */
final class Codecs {

    private final EngineCodec revision4;

    /** Bodies of long-polling requests may have no more packets than given. */
    Codecs(int maxPacketsPerPayload) {
        revision4 = EngineCodec.revision4(maxPacketsPerPayload);
    }

    /** The codec of a request that keeps the rules. */
    EngineCodec of(EngineRequest request) {
        return revision4;
    }
}
