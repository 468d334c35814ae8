package org.sockeye.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sockeye.internal.json.Codecs.bytes;

import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockeye.PayloadException;
import org.sockeye.TypeRef;
import org.sockeye.spi.JsonCodec;

/** What every codec does with what JSON itself has, and with bytes. */
abstract class CodecContract {

    private final JsonCodec codec = codec();

    abstract JsonCodec codec();

    private String write(@Nullable Object value) {
        return Codecs.write(codec, value);
    }

    private @Nullable Object read(String json, Type type, byte[]... attachments) {
        return Codecs.read(codec, json, type, attachments);
    }

    private <T> T read(String json, TypeRef<T> type, byte[]... attachments) {
        return Codecs.read(codec, json, type, attachments);
    }

    enum Colour {
        RED
    }

    @Nested
    class Writing {

        static Stream<Arguments> values() {
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            map.put("a", 1);
            map.put("b", null);
            return Stream.of(
                    Arguments.of("x", "\"x\""),
                    Arguments.of(CharBuffer.wrap("x"), "\"x\""),
                    Arguments.of('c', "\"c\""),
                    Arguments.of(true, "true"),
                    Arguments.of(1, "1"),
                    Arguments.of(Long.MIN_VALUE, "-9223372036854775808"),
                    Arguments.of((short) 2, "2"),
                    Arguments.of((byte) -3, "-3"),
                    Arguments.of(1.5, "1.5"),
                    Arguments.of(5.0, "5"),
                    Arguments.of(-0.0, "0"),
                    Arguments.of(0.1f, "0.1"),
                    Arguments.of(2f, "2"),
                    Arguments.of(new BigInteger("123456789012345678901234567890"), "123456789012345678901234567890"),
                    Arguments.of(new BigDecimal("1.10"), "1.10"),
                    Arguments.of(Double.NaN, "null"),
                    Arguments.of(Double.NEGATIVE_INFINITY, "null"),
                    Arguments.of(Float.POSITIVE_INFINITY, "null"),
                    Arguments.of(map, "{\"a\":1,\"b\":null}"),
                    Arguments.of(Map.of(), "{}"),
                    Arguments.of(Map.of(Colour.RED, 1), "{\"RED\":1}"),
                    Arguments.of(Arrays.asList(1, null, "x"), "[1,null,\"x\"]"),
                    Arguments.of(List.of(), "[]"),
                    Arguments.of(new int[] {1, 2}, "[1,2]"),
                    Arguments.of(new String[][] {{"a"}, {}}, "[[\"a\"],[]]"),
                    Arguments.of(Optional.of(List.of(1)), "[1]"),
                    Arguments.of(Optional.empty(), "null"),
                    Arguments.of(OptionalInt.of(4), "4"),
                    Arguments.of(Colour.RED, "\"RED\""));
        }

        @ParameterizedTest
        @MethodSource("values")
        void is_what_JSON_stringify_would_write(Object value, String json) {
            assertThat(write(value)).isEqualTo(json);
        }

        @Test
        void null_is_null() {
            assertThat(write(null)).isEqualTo("null");
        }

        @Test
        void control_characters_quotes_and_backslashes_are_escaped() {
            assertThat(write("\"\\\b\f\n\r\t\u0001\u001f/")).isEqualTo("\"\\\"\\\\\\b\\f\\n\\r\\t\\u0001\\u001f/\"");
        }

        @Test
        void pairs_of_surrogates_stay_and_lone_ones_are_escaped() {
            assertThat(write("\ud83d\ude00")).isEqualTo("\"\ud83d\ude00\"");
            assertThat(write("\ud83dx\ude00")).isEqualTo("\"\\ud83dx\\ude00\"");
        }

        @Test
        void a_value_that_contains_itself_is_refused() {
            List<Object> cycle = new ArrayList<>();
            cycle.add(cycle);
            assertThatThrownBy(() -> write(cycle))
                    .isInstanceOf(PayloadException.class)
                    .hasMessageContaining("nested");
        }

        @Test
        void every_byte_array_becomes_the_next_attachment_of_the_packet() {
            List<byte[]> attachments = new ArrayList<>(List.of(bytes(0)));
            Object value = Arrays.asList(
                    bytes(1), Arrays.asList((Object) bytes(2)), Optional.of(bytes()), new byte[][] {bytes(3)});

            String json = codec.write(value, attachments);

            String placeholder = "{\"_placeholder\":true,\"num\":%d}";
            assertThat(json)
                    .isEqualTo(("[" + placeholder + ",[" + placeholder + "]," + placeholder + ",[" + placeholder + "]]")
                            .formatted(1, 2, 3, 4));
            assertThat(attachments).containsExactly(bytes(0), bytes(1), bytes(2), bytes(), bytes(3));
        }

        @Test
        void bytes_are_copied() {
            byte[] mine = bytes(1);
            List<byte[]> attachments = new ArrayList<>();
            codec.write(mine, attachments);
            mine[0] = 2;
            assertThat(attachments).containsExactly(bytes(1));
        }

        @Test
        void of_a_byte_buffer_what_remains_is_attached() {
            List<byte[]> attachments = new ArrayList<>();
            ByteBuffer buffer = ByteBuffer.wrap(bytes(1, 2, 3), 1, 2);
            codec.write(Map.of("data", buffer), attachments);
            assertThat(attachments).containsExactly(bytes(2, 3));
            assertThat(buffer.remaining()).isEqualTo(2);
        }

        @Test
        void a_value_that_cannot_be_written_leaves_no_attachment_behind() {
            List<byte[]> attachments = new ArrayList<>();
            List<Object> cycle = new ArrayList<>(List.of(bytes(1)));
            cycle.add(cycle);
            assertThatThrownBy(() -> codec.write(cycle, attachments)).isInstanceOf(PayloadException.class);
            assertThat(attachments).isEmpty();
        }
    }

    @Nested
    class Reading {

        static Stream<Arguments> values() {
            return Stream.of(
                    Arguments.of("\"x\"", String.class, "x"),
                    Arguments.of("\"x\"", CharSequence.class, "x"),
                    Arguments.of("\"x\"", char.class, 'x'),
                    Arguments.of("true", boolean.class, true),
                    Arguments.of(" false ", Boolean.class, false),
                    Arguments.of("12", int.class, 12),
                    Arguments.of("-2147483648", Integer.class, Integer.MIN_VALUE),
                    Arguments.of("1.0", int.class, 1),
                    Arguments.of("1e3", Long.class, 1000L),
                    Arguments.of("9223372036854775807", long.class, Long.MAX_VALUE),
                    Arguments.of("1", double.class, 1.0),
                    Arguments.of("0.1", Float.class, 0.1f),
                    Arguments.of("3", short.class, (short) 3),
                    Arguments.of("-128", byte.class, (byte) -128),
                    Arguments.of("1.10", BigDecimal.class, new BigDecimal("1.10")),
                    Arguments.of("12345678901234567890", BigInteger.class, new BigInteger("12345678901234567890")),
                    Arguments.of("1", Object.class, 1),
                    Arguments.of("1", Number.class, 1),
                    Arguments.of("5000000000", Object.class, 5000000000L),
                    Arguments.of("1234567890123456789", Object.class, 1234567890123456789L),
                    Arguments.of("12345678901234567890", Object.class, 1.2345678901234567E19),
                    Arguments.of("1.5", Object.class, 1.5),
                    Arguments.of("\"x\"", Object.class, "x"),
                    Arguments.of("{\"a\":[1,{\"b\":true}]}", Object.class, Map.of("a", List.of(1, Map.of("b", true)))),
                    Arguments.of("{\"a\":1,\"a\":2}", Map.class, Map.of("a", 2)),
                    Arguments.of("{\"\\u0061\\\\\\n\":1}", Map.class, Map.of("a\\\n", 1)),
                    Arguments.of("[ 1 , \"x\" ]", List.class, List.of(1, "x")),
                    Arguments.of("[1]", Collection.class, List.of(1)),
                    Arguments.of("[1,1]", Set.class, Set.of(1)),
                    Arguments.of("[1,2]", int[].class, new int[] {1, 2}),
                    Arguments.of("[[\"a\"],[]]", String[][].class, new String[][] {{"a"}, {}}));
        }

        @ParameterizedTest
        @MethodSource("values")
        void gives_what_was_asked_for(String json, Type type, Object value) {
            codec.checkReadable(type);
            assertThat(read(json, type)).isEqualTo(value);
        }

        @Test
        void binds_what_is_inside_of_lists_maps_and_optionals() {
            assertThat(read("[1,2]", new TypeRef<List<Long>>() {})).containsExactly(1L, 2L);
            assertThat(read("{\"a\":[1]}", new TypeRef<Map<String, List<Double>>>() {}))
                    .isEqualTo(Map.of("a", List.of(1.0)));
            assertThat(read("[1]", new TypeRef<List<? extends Number>>() {})).isEqualTo(List.of(1));
            assertThat(read("[[1]]", new TypeRef<List<Byte>[]>() {})).isEqualTo(new List<?>[] {List.of((byte) 1)});
            assertThat(read("\"x\"", new TypeRef<Optional<String>>() {})).contains("x");
            assertThat(read("null", new TypeRef<Optional<String>>() {})).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(classes = {String.class, Integer.class, Object.class, Map.class, List.class, byte[].class})
        void null_is_null(Class<?> type) {
            assertThat(read("null", type)).isNull();
        }

        @ParameterizedTest
        @ValueSource(classes = {int.class, boolean.class, double.class, char.class})
        void null_does_not_fit_a_primitive_type(Class<?> type) {
            assertThatThrownBy(() -> read("null", type))
                    .isInstanceOf(PayloadException.class)
                    .hasMessageContaining(type.getName());
        }

        static Stream<Arguments> misfits() {
            return Stream.of(
                    Arguments.of("1", String.class),
                    Arguments.of("\"1\"", int.class),
                    Arguments.of("1.5", int.class),
                    Arguments.of("2147483648", int.class),
                    Arguments.of("128", byte.class),
                    Arguments.of("1", boolean.class),
                    Arguments.of("true", long.class),
                    Arguments.of("\"xy\"", char.class),
                    Arguments.of("[]", Map.class),
                    Arguments.of("{}", List.class),
                    Arguments.of("{}", String.class),
                    Arguments.of("[]", byte[].class),
                    Arguments.of("{}", byte[].class),
                    Arguments.of("\"not base64!\"", byte[].class),
                    Arguments.of("[null]", int[].class));
        }

        @ParameterizedTest
        @MethodSource("misfits")
        void what_does_not_fit_is_refused_and_the_message_names_the_type(String json, Class<?> type) {
            assertThatThrownBy(() -> read(json, type))
                    .isInstanceOf(PayloadException.class)
                    .hasMessageContaining("does not fit");
        }

        @Test
        void a_message_repeats_little_of_what_a_client_sent() {
            assertThatThrownBy(() -> read("1" + "0".repeat(900), int.class))
                    .isInstanceOf(PayloadException.class)
                    .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(200));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "{",
                    "[1",
                    "[1 2]",
                    "{\"a\" 1}",
                    "\"x",
                    "\"\\",
                    "\"\\u12\"",
                    "\"\\x\"",
                    "tru",
                    "1x",
                    "-",
                    "1 2",
                    "{1:2}",
                    "\\"
                })
        void what_is_no_JSON_is_refused(String json) {
            assertThatThrownBy(() -> read(json, Object.class)).isInstanceOf(PayloadException.class);
        }

        @Test
        void numbers_that_would_take_long_are_refused() {
            String digits = "1".repeat(100_000);
            assertThatThrownBy(() -> read(digits, BigInteger.class)).isInstanceOf(PayloadException.class);
            assertThatThrownBy(() -> read("1e999999999", BigInteger.class)).isInstanceOf(PayloadException.class);
        }

        @ParameterizedTest
        @ValueSource(strings = {"[", "{\"a\":"})
        void a_text_nested_too_deep_is_refused(String open) {
            assertThatThrownBy(() -> read(open.repeat(100_000), Object.class))
                    .isInstanceOf(PayloadException.class)
                    .hasMessageContaining("nested");
        }
    }

    @Nested
    class Reading_binary {

        private final String placeholder = "{\"_placeholder\":true,\"num\":0}";

        @Test
        void a_placeholder_is_the_attachment_it_names() {
            String second = "{ \"num\" : 1 , \"_placeholder\" : true }";
            assertThat(read(second, byte[].class, bytes(1), bytes(2))).isEqualTo(bytes(2));
            assertThat(read("[" + second + "," + placeholder + "]", new TypeRef<List<byte[]>>() {}, bytes(1), bytes(2)))
                    .containsExactly(bytes(2), bytes(1));
            assertThat(read("{\"a\":" + placeholder + "}", new TypeRef<Map<String, byte[]>>() {}, bytes(1)))
                    .containsEntry("a", bytes(1));
            assertThat(read(placeholder, new TypeRef<Optional<byte[]>>() {}, bytes(1)))
                    .contains(bytes(1));
        }

        @Test
        void a_placeholder_is_bytes_also_where_any_object_will_do() {
            assertThat(read(placeholder, Object.class, bytes(1))).isEqualTo(bytes(1));
            Map<String, List<Object>> map = read("{\"a\":[" + placeholder + "]}", new TypeRef<>() {}, bytes(1));
            assertThat(map.get("a")).containsExactly(bytes(1));
        }

        @Test
        void each_read_gives_bytes_of_its_own() {
            byte[] attachment = bytes(1);
            read(placeholder, new TypeRef<byte[]>() {}, attachment)[0] = 2;
            assertThat(read(placeholder, byte[].class, attachment)).isEqualTo(bytes(1));
        }

        @Test
        void without_attachments_it_is_only_an_object() {
            assertThat(read(placeholder, Object.class)).isEqualTo(Map.of("_placeholder", true, "num", 0));
            assertThatThrownBy(() -> read(placeholder, byte[].class)).isInstanceOf(PayloadException.class);
        }

        @Test
        void bytes_do_not_fit_a_map_or_a_string() {
            assertThatThrownBy(() -> read(placeholder, Map.class, bytes(1))).isInstanceOf(PayloadException.class);
            assertThatThrownBy(() -> read(placeholder, String.class, bytes(1))).isInstanceOf(PayloadException.class);
        }

        @ParameterizedTest
        @ValueSource(strings = {"1", "-1", "0.5", "\"0\"", "null", "99999999999"})
        void an_attachment_that_does_not_exist_is_refused(String number) {
            String forged = "{\"_placeholder\":true,\"num\":" + number + "}";
            assertThatThrownBy(() -> read(forged, Object.class, bytes(1))).isInstanceOf(PayloadException.class);
        }

        @Test
        void an_attachment_is_used_once_in_a_value() {
            String twice = "[" + placeholder + "," + placeholder + "]";
            assertThatThrownBy(() -> read(twice, List.class, bytes(1))).isInstanceOf(PayloadException.class);
        }

        @Test
        void a_base64_string_is_accepted_as_bytes() {
            assertThat(read("\"AQI=\"", byte[].class)).isEqualTo(bytes(1, 2));
        }
    }
}
