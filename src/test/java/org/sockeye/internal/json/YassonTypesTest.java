package org.sockeye.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.json.bind.annotation.JsonbTypeDeserializer;
import jakarta.json.bind.serializer.DeserializationContext;
import jakarta.json.bind.serializer.JsonbDeserializer;
import jakarta.json.stream.JsonParser;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sockeye.PayloadException;
import org.sockeye.TypeRef;
import org.sockeye.spi.JsonCodec;

class YassonTypesTest extends TypesContract {

    @Override
    JsonCodec codec() {
        return Codecs.yasson();
    }

    @Test
    void an_empty_Optional_is_read_as_one() {
        assertThat(codec.read("{\"text\":null,\"number\":null}", Maybe.class, List.of()))
                .isEqualTo(new Maybe(Optional.empty(), OptionalInt.empty(), null));
    }

    @Test
    void what_does_not_fit_is_named_by_its_path() {
        Type type = new TypeRef<List<Somewhere>>() {}.type();
        PayloadException unfit = catchThrowableOfType(
                PayloadException.class, () -> codec.read("[{},{\"point\":{\"x\":\"much\"}}]", type, List.of()));
        assertThat(unfit.path()).isEqualTo("[1].point.x");
        assertThat(catchThrowableOfType(PayloadException.class, () -> codec.read("[]", Point.class, List.of()))
                        .path())
                .isNull();
    }

    @Test
    void every_kind_of_misfit_has_a_path_with_the_positions() {
        assertThat(path("{\"inner\":[{},{\"number\":3000000000}]}")).isEqualTo(".inner[1].number");
        assertThat(path("{\"unknown\":[[{}],{\"a\":[1]}],\"array\":[1,2,1.5]}")).isEqualTo(".array[2]");
        assertThat(path("{\"map\":{\"a b\":{}}}")).isEqualTo(".map.a b");
        assertThat(path("{\"list\":{}}")).isEqualTo(".list");
        assertThat(catchThrowableOfType(
                                PayloadException.class,
                                () -> codec.read(
                                        "{\"value\":\"MIDDLE\"}", new TypeRef<Box<Level>>() {}.type(), List.of()))
                        .path())
                .isEqualTo(".value");
    }

    @Test
    void a_null_for_a_primitive_component_is_named_by_the_record_around_it() {
        assertThat(path("{\"inner\":[{},{\"number\":null}]}")).isEqualTo(".inner[1]");
    }

    @Test
    void a_number_that_would_be_cut_is_named() {
        assertThatThrownBy(() -> codec.read("{\"x\":3000000000}", Point.class, List.of()))
                .isInstanceOf(PayloadException.class)
                .hasMessageEndingWith(": 3000000000 does not fit int");
    }

    @Test
    void a_deserialiser_of_the_application_may_cut_numbers() {
        assertThat(codec.read(
                        "[{\"price\":1.5,\"point\":{\"x\":1}}]", new TypeRef<List<Rounded>>() {}.type(), List.of()))
                .isEqualTo(List.of(new Rounded(1, new Point(1, 0))));
        assertThat(path("{\"point\":{\"x\":1.5}}", Rounded.class)).isEqualTo(".point.x");
    }

    private @Nullable String path(String json) {
        return path(json, Wholes.class);
    }

    private @Nullable String path(String json, Class<?> type) {
        return catchThrowableOfType(PayloadException.class, () -> codec.read(json, type, List.of()))
                .path();
    }

    @JsonbTypeDeserializer(Rounding.class)
    public record Rounded(int price, Point point) {}

    public static class Rounding implements JsonbDeserializer<Rounded> {

        @Override
        public Rounded deserialize(JsonParser parser, DeserializationContext context, Type type) {
            int price = 0;
            Point point = new Point(0, 0);
            while (parser.hasNext()) {
                JsonParser.Event event = parser.next();
                if (event == JsonParser.Event.VALUE_NUMBER) {
                    price = parser.getInt();
                } else if (event == JsonParser.Event.KEY_NAME
                        && parser.getString().equals("point")) {
                    point = context.deserialize(Point.class, parser);
                }
            }
            return new Rounded(price, point);
        }
    }
}
