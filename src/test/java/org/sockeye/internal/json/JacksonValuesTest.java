package org.sockeye.internal.json;

import org.sockeye.spi.JsonCodec;

class JacksonValuesTest extends CodecContract {

    @Override
    JsonCodec codec() {
        return JacksonCodec.create();
    }
}
