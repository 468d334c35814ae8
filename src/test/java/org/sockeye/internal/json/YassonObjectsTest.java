package org.sockeye.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sockeye.PayloadException;
import org.sockeye.TypeRef;

class YassonObjectsTest extends ObjectContract {

    record Hidden(String text) {}

    enum Shade {
        DARK
    }

    @Override
    JsonbCodec codec() {
        return Codecs.yasson();
    }

    @Test
    void bytes_are_found_by_a_serialiser() {
        assertThat(codec.writer).isInstanceOf(SerializerWriter.class);
    }

    @Test
    void what_is_not_public_is_refused_when_a_listener_is_registered() {
        Type hidden = new TypeRef<Map<String, List<Hidden[]>>>() {}.type();
        assertThatThrownBy(() -> codec.checkReadable(hidden))
                .isInstanceOf(PayloadException.class)
                .hasMessageContainingAll(Hidden.class.getTypeName(), "make it public");
        assertThatThrownBy(() -> codec.write(new Hidden("x"), List.of()))
                .isInstanceOf(PayloadException.class)
                .hasMessageContainingAll(Hidden.class.getTypeName(), "not public");
    }

    @Test
    void what_is_not_public_may_be_an_enum() {
        codec.checkReadable(Shade.class);
        assertThat(codec.read("\"DARK\"", Shade.class, List.of())).isEqualTo(Shade.DARK);
    }
}
