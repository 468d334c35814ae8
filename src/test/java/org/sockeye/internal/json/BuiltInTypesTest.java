package org.sockeye.internal.json;

import org.sockeye.spi.JsonCodec;

class BuiltInTypesTest extends PlainTypesContract {

    @Override
    JsonCodec codec() {
        return new BuiltInCodec();
    }
}
