package org.sockeye.internal.json;

import org.sockeye.spi.JsonCodec;

class JohnzonTypesTest extends TypesContract {

    @Override
    JsonCodec codec() {
        return Codecs.johnzon();
    }
}
