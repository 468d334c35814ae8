package org.sockeye.internal.json;

import org.sockeye.spi.JsonCodec;

class YassonValuesTest extends CodecContract {

    @Override
    JsonCodec codec() {
        return Codecs.yasson();
    }
}
