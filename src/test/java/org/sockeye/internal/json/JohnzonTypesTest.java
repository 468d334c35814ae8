package org.sockeye.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sockeye.PayloadException;
import org.sockeye.spi.JsonCodec;

class JohnzonTypesTest extends TypesContract {

    @Override
    JsonCodec codec() {
        return Codecs.johnzon();
    }

    @Override
    boolean isKnownToCut(String component, String number) {
        return (component.equals("tiny") && number.equals("128"))
                || (component.equals("small") && !number.equals("32768"));
    }

    @Test
    void a_byte_may_be_meant_without_a_sign_and_a_short_is_taken_out_of_an_int() {
        assertThat(read("{\"tiny\":255,\"small\":4294967297}"))
                .isEqualTo(new Whole((byte) -1, (short) 1, 0, 0, null, null, null, null));
        assertThatThrownBy(() -> read("{\"tiny\":256}")).isInstanceOf(PayloadException.class);
        assertThatThrownBy(() -> read("{\"small\":65537}")).isInstanceOf(PayloadException.class);
    }

    private @Nullable Object read(String json) {
        return codec.read(json, Whole.class, List.of());
    }
}
