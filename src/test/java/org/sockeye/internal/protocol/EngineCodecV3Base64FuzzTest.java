package org.sockeye.internal.protocol;

class EngineCodecV3Base64FuzzTest extends EngineCodecV3FuzzTest {

    @Override
    EngineCodec codec() {
        return EngineCodec.revision3(MOST, true);
    }

    @Override
    EngineCodec unboundedCodec() {
        return EngineCodec.revision3(Integer.MAX_VALUE, true);
    }
}
