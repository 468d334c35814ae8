package org.sockeye.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JohnzonObjectsTest extends ObjectContract {

    @Override
    JsonbCodec codec() {
        return Codecs.johnzon();
    }

    @Test
    void bytes_are_found_by_a_comparison() {
        assertThat(codec.writer).isInstanceOf(ComparingWriter.class);
    }
}
