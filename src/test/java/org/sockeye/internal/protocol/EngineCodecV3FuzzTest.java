package org.sockeye.internal.protocol;

import java.util.List;
import org.sockeye.fuzz.Garbage;

class EngineCodecV3FuzzTest extends EngineCodecFuzz {

    @Override
    EngineCodec codec() {
        return EngineCodec.revision3(MOST, false);
    }

    @Override
    EngineCodec unboundedCodec() {
        return EngineCodec.revision3(Integer.MAX_VALUE, false);
    }

    @Override
    List<String> words() {
        return Garbage.words("0 1 2 2probe 3 4 4hello 5 6 7 b b4 b4AQID 6:4hello 1:2 10:b4AQIDBA== 2:4\u20ac 0: 00001:4"
                + " : -1: 1.5: 1e3: 99999999999999999999: 2147483647: 4294967297: \u0000\u0006\u00ff4hello"
                + " \u0001\u0005\u00ff\u0004\u0001\u0002\u0003\u0004 \u0000\u0009\u0009\u0009\u0009\u0009\u0009\u0009\u00ff"
                + " \u0000\u00ff \u0001\u00ff \u00ff \u0000 \u0001 \u0004 \u20ac \ud83d\ude00 \ud83d");
    }

    @Override
    List<String> repetitions() {
        return List.of(
                "4", "1:4", "0:", "9", "0", ":", "b4", "1:b", "\u0000", "\u0001", "6:b4AQID", "2:4\u20ac", "b\n");
    }
}
