package org.sockeye.internal.json;

import org.sockeye.spi.JsonCodec;
import org.sockeye.spi.JsonCodecProvider;

/** Makes the codec over Jackson. Loaded as a service, also where there is no Jackson: names no type of it. */
public final class JacksonCodecs implements JsonCodecProvider {

    @Override
    public String name() {
        return "jackson";
    }

    @Override
    public JsonCodec create() {
        return JacksonCodec.create();
    }
}
