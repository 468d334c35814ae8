package org.sockeye.internal.json;

import org.sockeye.spi.JsonCodec;

class BuiltInValuesTest extends CodecContract {

    @Override
    JsonCodec codec() {
        return new BuiltInCodec();
    }
}
