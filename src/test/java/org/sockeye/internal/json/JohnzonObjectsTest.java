package org.sockeye.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class JohnzonObjectsTest extends ObjectContract {

    record Hidden(String text) {}

    @Override
    JsonbCodec codec() {
        return Codecs.johnzon();
    }

    @Test
    void bytes_are_found_by_a_comparison() {
        assertThat(codec.writer).isInstanceOf(ComparingWriter.class);
    }

    @Test
    void a_class_need_not_be_public() {
        codec.checkReadable(Hidden.class);
        assertThat(codec.read("{\"text\":\"x\"}", Hidden.class, List.of())).isEqualTo(new Hidden("x"));
        assertThat(codec.write(new Hidden("x"), List.of())).isEqualTo("{\"text\":\"x\"}");
    }
}
