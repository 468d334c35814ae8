package org.sockeye.internal.json;

import org.sockeye.spi.JsonCodec;
import org.sockeye.spi.JsonCodecProvider;

/** Makes the codec that needs nothing. */
public final class BuiltInCodecs implements JsonCodecProvider {

    @Override
    public String name() {
        return "builtin";
    }

    @Override
    public JsonCodec create() {
        return new BuiltInCodec();
    }
}
