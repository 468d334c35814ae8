package org.sockeye.internal.json;

import org.sockeye.spi.JsonCodec;
import org.sockeye.spi.JsonCodecProvider;

/** Makes the codec over JSON-B. Loaded as a service, also where there is no JSON-B: names no type of it. */
public final class JsonbCodecs implements JsonCodecProvider {

    @Override
    public String name() {
        return "jsonb";
    }

    @Override
    public JsonCodec create() {
        return JsonbCodec.create();
    }
}
