package org.sockeye.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.sockeye.PayloadException;
import org.sockeye.TypeRef;
import org.sockeye.spi.JsonCodec;

class JacksonTypesTest extends TypesContract {

    record Pair<A, B>(A first, @Nullable B second) {}

    record Renamed(@JsonProperty("n") String name, @JsonFormat(shape = JsonFormat.Shape.STRING) double price) {}

    record Any(Object any) {}

    record Chain(@Nullable Chain next) {}

    @Override
    JsonCodec codec() {
        return JacksonCodec.create();
    }

    @Nested
    class With_Jackson {

        @Test
        void records_may_have_type_parameters_and_need_not_be_public() {
            TypeRef<Pair<Point, List<Point>>> type = new TypeRef<>() {};
            Pair<Point, List<Point>> pair = new Pair<>(new Point(1, 2), List.of(new Point(3, 4)));
            String json = codec.write(pair, List.of());
            assertThat(codec.read(json, type.type(), List.of())).isEqualTo(pair);
        }

        @Test
        void an_empty_Optional_is_read_as_one() {
            assertThat(codec.read("{\"text\":null,\"number\":null}", Maybe.class, List.of()))
                    .isEqualTo(new Maybe(Optional.empty(), OptionalInt.empty(), null));
        }

        @Test
        void annotations_are_those_of_Jackson() {
            Renamed renamed = new Renamed("x", 1.5);
            assertThat(codec.write(renamed, List.of())).isEqualTo("{\"n\":\"x\",\"price\":\"1.5\"}");
            assertThat(codec.read("{\"n\":\"x\",\"price\":1.5,\"unknown\":[]}", Renamed.class, List.of()))
                    .isEqualTo(renamed);
        }

        @Test
        void bytes_are_found_wherever_they_are_declared_or_not() {
            List<byte[]> attachments = new ArrayList<>();
            byte[] bytes = {1};
            Any any = new Any(List.of(bytes, Map.of("b", bytes), Optional.of(bytes)));
            assertThat(codec.write(any, attachments)).doesNotContain("AQ==");
            assertThat(attachments).hasSize(3);
        }

        @Test
        void a_tree_is_read_as_what_it_is() {
            assertThat(codec.read("{\"a\":[1]}", JsonNode.class, List.of())).hasToString("{\"a\":[1]}");
        }

        @Test
        void what_does_not_fit_is_named_by_its_path() {
            TypeRef<List<Pair<Point, Point>>> type = new TypeRef<>() {};
            PayloadException unfit = catchThrowableOfType(
                    PayloadException.class,
                    () -> codec.read("[{\"first\":{}},{\"first\":{\"x\":\"much\"}}]", type.type(), List.of()));
            assertThat(unfit.path()).isEqualTo("[1].first.x");
        }

        @Test
        void nothing_is_bent_until_it_fits() {
            for (String json : List.of("{\"x\":\"1\"}", "{\"x\":1.5}", "{\"x\":true}", "{\"x\":1} {}", "[]", "\"\"")) {
                assertThatThrownBy(() -> codec.read(json, Point.class, List.of()))
                        .as(json)
                        .isInstanceOf(PayloadException.class)
                        .hasMessageContaining(Point.class.getTypeName());
            }
            assertThatThrownBy(() -> codec.read("\"MIDDLE\"", Level.class, List.of()))
                    .isInstanceOf(PayloadException.class);
            assertThatThrownBy(() -> codec.read("1", Level.class, List.of())).isInstanceOf(PayloadException.class);
        }

        @Test
        void endless_objects_are_refused() {
            Chain chain = new Chain(null);
            for (int i = 0; i < 100_000; i++) {
                chain = new Chain(chain);
            }
            Chain endless = chain;
            assertThatThrownBy(() -> codec.write(endless, List.of())).isInstanceOf(PayloadException.class);
            String deep = "[".repeat(5000) + "]".repeat(5000);
            assertThatThrownBy(() -> codec.read("{\"any\":" + deep + "}", Any.class, List.of()))
                    .isInstanceOf(PayloadException.class)
                    .hasMessageContaining("nested");
        }

        @Test
        void lone_surrogates_are_escaped() {
            assertThat(codec.write(new Any("\ud83dx"), List.of())).isEqualTo("{\"any\":\"\\ud83dx\"}");
        }

        @Test
        void a_type_that_the_JSON_names_is_not_loaded() {
            String json = "{\"any\":[\"java.util.ArrayList\",[]]}";
            assertThat(codec.read(json, Any.class, List.of()))
                    .isEqualTo(new Any(List.of("java.util.ArrayList", List.of())));
        }
    }
}
