package org.sockeye.internal.json;

import org.sockeye.spi.JsonCodec;

class JohnzonValuesTest extends CodecContract {

    @Override
    JsonCodec codec() {
        return Codecs.johnzon();
    }
}
