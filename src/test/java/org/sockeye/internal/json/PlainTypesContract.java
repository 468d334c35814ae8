package org.sockeye.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.sockeye.internal.json.Codecs.bytes;

import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.sockeye.PayloadException;
import org.sockeye.TypeRef;
import org.sockeye.spi.JsonCodec;

/** What every codec says of values that do not fit, and what it does with buffers. */
abstract class PlainTypesContract {

    final JsonCodec codec = codec();

    abstract JsonCodec codec();

    private @Nullable Object read(String json, Type type, byte[]... attachments) {
        return Codecs.read(codec, json, type, attachments);
    }

    private <T> T read(String json, TypeRef<T> type, byte[]... attachments) {
        return Codecs.read(codec, json, type, attachments);
    }

    @AfterEach
    void close() {
        codec.close();
    }

    @Nested
    class What_does_not_fit {

        private @Nullable String path(String json, Type type) {
            PayloadException unfit = catchThrowableOfType(PayloadException.class, () -> read(json, type));
            return unfit.path();
        }

        @Test
        void is_named_by_its_path() {
            Type lists = new TypeRef<Map<String, List<Integer>>>() {}.type();
            assertThat(path("{\"a\":[1,2],\"b\":[1,\"x\"]}", lists)).isEqualTo(".b[1]");
            assertThat(path("[[],[1.5]]", int[][].class)).isEqualTo("[1][0]");
            assertThat(path("{\"a\":{}}", lists)).isEqualTo(".a");
            assertThat(path("1", lists)).isNull();
        }

        @Test
        void is_named_briefly_whatever_a_client_sends() {
            String long1 = "x".repeat(1000);
            Type maps = new TypeRef<Map<String, Map<String, Integer>>>() {}.type();
            assertThat(path("{\"" + long1 + "\":{\"a\\nb\":true}}", maps))
                    .hasSizeLessThan(250)
                    .doesNotContain("\n");
        }
    }

    @Nested
    class Buffers {

        @Test
        void are_read_wherever_bytes_are() {
            String placeholder = "{\"_placeholder\":true,\"num\":0}";
            assertThat(read(placeholder, ByteBuffer.class, bytes(1, 2))).isEqualTo(ByteBuffer.wrap(bytes(1, 2)));
            assertThat(read("[" + placeholder + ",null]", new TypeRef<List<ByteBuffer>>() {}, bytes(1)))
                    .containsExactly(ByteBuffer.wrap(bytes(1)), null);
            assertThat(read("{\"a\":" + placeholder + "}", new TypeRef<Map<String, ByteBuffer>>() {}, bytes(1)))
                    .containsEntry("a", ByteBuffer.wrap(bytes(1)));
            assertThat(read("\"AQI=\"", ByteBuffer.class)).isEqualTo(ByteBuffer.wrap(bytes(1, 2)));
            assertThat(read("null", ByteBuffer.class)).isNull();
        }

        @Test
        void are_nothing_else() {
            for (String json : List.of("1", "true", "{}", "[1]", "\"?\"")) {
                assertThatThrownBy(() -> read(json, ByteBuffer.class)).as(json).isInstanceOf(PayloadException.class);
            }
        }
    }
}
