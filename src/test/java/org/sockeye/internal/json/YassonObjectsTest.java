package org.sockeye.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class YassonObjectsTest extends ObjectContract {

    @Override
    JsonbCodec codec() {
        return Codecs.yasson();
    }

    @Test
    void bytes_are_found_by_a_serialiser() {
        assertThat(codec.writer).isInstanceOf(SerializerWriter.class);
    }
}
