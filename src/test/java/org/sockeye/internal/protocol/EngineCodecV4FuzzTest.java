package org.sockeye.internal.protocol;

import java.util.List;

class EngineCodecV4FuzzTest extends EngineCodecFuzz {

    @Override
    EngineCodec codec() {
        return EngineCodec.revision4(MOST, false);
    }

    @Override
    EngineCodec unboundedCodec() {
        return EngineCodec.revision4(Integer.MAX_VALUE, false);
    }

    @Override
    List<String> words() {
        return List.of(
                "0",
                "1",
                "2",
                "2probe",
                "3",
                "4",
                "4hello",
                "5",
                "6",
                "7",
                "b",
                "bAQID",
                "b4",
                "=",
                "==",
                "\u001e",
                "\u001e",
                "\u001e",
                "\r\n",
                "\u20ac",
                "\ud83d\ude00",
                "\ud83d",
                " ");
    }

    /** The document assumes that no text holds the separator. */
    @Override
    boolean canBeSent(String text) {
        return text.indexOf('\u001e') < 0;
    }

    @Override
    List<String> repetitions() {
        return List.of("4", "4\u001e", "b\u001e", "bAQID\u001e", "b\n", "b\r\n", "4\u20ac", "\u001e", "b====");
    }
}
