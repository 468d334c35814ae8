package org.sockeye.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.sockeye.internal.json.Codecs.bytes;

import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockeye.PayloadException;
import org.sockeye.TypeRef;

/** Java's types as arguments and inside of objects: what goes out comes back equal, alike with every library. */
abstract class TypesContract extends PlainTypesContract {

    private static final String FIRST = "{\"_placeholder\":true,\"num\":0}";

    public enum Level {
        LOW,
        HIGH {
            @Override
            public String toString() {
                return "not the name";
            }
        }
    }

    public record Point(int x, int y) {}

    public record Times(
            Instant instant,
            LocalDate date,
            LocalTime time,
            LocalDateTime dateTime,
            OffsetDateTime offset,
            ZonedDateTime zoned,
            Duration duration) {}

    /** A class, since neither provider of JSON-B binds the type parameters of a record. */
    public static class Box<T> {
        public @Nullable T value;
        public List<T> more = List.of();

        static <T> Box<T> of(@Nullable T value, List<T> more) {
            Box<T> box = new Box<>();
            box.value = value;
            box.more = more;
            return box;
        }
    }

    public record Maybe(Optional<String> text, OptionalInt number, @Nullable Level level) {}

    /** A class, since Johnzon does not read an object into an Optional of a record. */
    public static class Somewhere {
        public Optional<Point> point = Optional.empty();
    }

    public record Named(Map<String, Level> levels, Set<Point> points, Point[] array) {}

    public record Buffers(
            ByteBuffer own,
            byte[] bytes,
            List<ByteBuffer> list,
            Map<String, ByteBuffer> map,
            Optional<ByteBuffer> optional,
            ByteBuffer[] array) {}

    public record Shelf(String name, List<Box<ByteBuffer>> boxes, Map<String, List<byte[]>> pages) {}

    private static final Times TIMES = new Times(
            Instant.parse("2026-11-22T05:06:07.123Z"),
            LocalDate.of(2026, 11, 22),
            LocalTime.of(5, 6, 7),
            LocalDateTime.of(2026, 11, 22, 5, 6, 7),
            OffsetDateTime.of(2026, 11, 22, 5, 6, 7, 0, ZoneOffset.ofHours(2)),
            ZonedDateTime.of(2026, 11, 22, 5, 6, 7, 0, ZoneOffset.UTC),
            Duration.ofSeconds(90));

    private static ByteBuffer buffer(int... values) {
        return ByteBuffer.wrap(bytes(values));
    }

    /** A value that was written, and is read again as a type. */
    private @Nullable Object echo(@Nullable Object value, Type type) {
        List<byte[]> attachments = new ArrayList<>();
        String json = codec.write(value, attachments);
        codec.checkReadable(type);
        return codec.read(json, type, attachments);
    }

    @SuppressWarnings("unchecked") // the codec's promise
    private <T> @Nullable T echo(@Nullable Object value, TypeRef<T> type) {
        return (T) echo(value, type.type());
    }

    private static void assertEqual(@Nullable Object actual, Object expected) {
        assertThat(actual).usingRecursiveComparison().isEqualTo(expected);
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class As_an_argument {

        static Stream<Object> values() {
            return Stream.of(
                    TIMES.instant(),
                    TIMES.date(),
                    TIMES.time(),
                    TIMES.dateTime(),
                    TIMES.offset(),
                    TIMES.duration(),
                    Level.LOW,
                    new Point(1, 2),
                    TIMES);
        }

        @ParameterizedTest
        @MethodSource("values")
        void a_value_comes_back_equal(Object value) {
            assertThat(echo(value, value.getClass())).isEqualTo(value);
        }

        @Test
        void a_time_is_text_as_JavaScript_writes_it() {
            assertThat(codec.write(TIMES.instant(), List.of())).isEqualTo("\"2026-11-22T05:06:07.123Z\"");
            assertThat(codec.write(TIMES.date(), List.of())).isEqualTo("\"2026-11-22\"");
        }

        @Test
        void an_enum_is_its_name_even_where_a_constant_has_a_class_of_its_own() {
            assertThat(codec.write(Level.HIGH, List.of())).isEqualTo("\"HIGH\"");
            assertThat(codec.read("\"HIGH\"", Level.class, List.of())).isEqualTo(Level.HIGH);
        }

        @Test
        void containers_of_any_of_them() {
            assertThat(echo(List.of(new Point(1, 2)), new TypeRef<List<Point>>() {}))
                    .containsExactly(new Point(1, 2));
            assertThat(echo(Map.of("now", TIMES.instant()), new TypeRef<Map<String, Instant>>() {}))
                    .isEqualTo(Map.of("now", TIMES.instant()));
            assertThat(echo(Optional.of(Level.LOW), new TypeRef<Optional<Level>>() {}))
                    .contains(Level.LOW);
            assertThat(echo(List.of(Optional.of(new Point(1, 2))), new TypeRef<List<Point>>() {}))
                    .containsExactly(new Point(1, 2));
            assertThat(echo(Set.of(Level.LOW), new TypeRef<Set<Level>>() {})).containsExactly(Level.LOW);
            assertThat(echo(new Level[] {Level.LOW}, Level[].class)).isEqualTo(new Level[] {Level.LOW});
        }

        @ParameterizedTest
        @ValueSource(
                classes = {
                    String.class,
                    Integer.class,
                    Boolean.class,
                    Object.class,
                    byte[].class,
                    ByteBuffer.class,
                    Point.class,
                    Instant.class,
                    Level.class,
                    Times.class,
                    Point[].class,
                    List.class,
                    Map.class
                })
        void null_is_null(Class<?> type) {
            assertThat(codec.write(null, List.of())).isEqualTo("null");
            assertThat(echo(null, type)).isNull();
        }

        @Test
        void null_is_an_empty_Optional() {
            assertThat(echo(null, new TypeRef<Optional<Point>>() {})).isEmpty();
            assertThat(codec.write(Optional.empty(), List.of())).isEqualTo("null");
        }

        @Test
        void bytes_are_a_ByteBuffer_or_an_array_as_one_asks() {
            assertThat(echo(buffer(1, 2), ByteBuffer.class)).isEqualTo(buffer(1, 2));
            assertThat(echo(buffer(1, 2), byte[].class)).isEqualTo(bytes(1, 2));
            assertThat(echo(bytes(1, 2), ByteBuffer.class)).isEqualTo(buffer(1, 2));
            assertThat(echo(List.of(bytes(1)), new TypeRef<List<ByteBuffer>>() {}))
                    .containsExactly(buffer(1));
            assertThat(echo(buffer(1, 2).asReadOnlyBuffer(), byte[].class)).isEqualTo(bytes(1, 2));
            assertThat(echo(ByteBuffer.allocateDirect(2), byte[].class)).isEqualTo(bytes(0, 0));
            assertThat(echo(buffer(1, 2, 3).position(1).slice(), byte[].class)).isEqualTo(bytes(2, 3));
        }
    }

    @Nested
    class Inside_of_objects {

        @Test
        void generics_are_bound_to_their_arguments() {
            Box<Point> box = Box.of(new Point(1, 2), List.of(new Point(3, 4)));
            assertEqual(echo(box, new TypeRef<Box<Point>>() {}), box);
            Box<Box<Instant>> nested = Box.of(Box.of(TIMES.instant(), List.of()), List.of());
            assertEqual(echo(nested, new TypeRef<Box<Box<Instant>>>() {}), nested);
            assertEqual(echo(List.of(box), new TypeRef<List<Box<Point>>>() {}), List.of(box));
        }

        @Test
        void Optionals() {
            Maybe there = new Maybe(Optional.of("x"), OptionalInt.of(1), Level.HIGH);
            assertThat(echo(there, Maybe.class)).isEqualTo(there);
            Somewhere somewhere = new Somewhere();
            somewhere.point = Optional.of(new Point(1, 2));
            assertEqual(echo(somewhere, Somewhere.class), somewhere);
            assertThat(codec.write(new Maybe(Optional.empty(), OptionalInt.empty(), null), List.of()))
                    .contains("\"text\":null", "\"number\":null", "\"level\":null");
        }

        @Test
        void maps_sets_and_arrays() {
            Named named = new Named(Map.of("a", Level.LOW), Set.of(new Point(1, 2)), new Point[] {new Point(3, 4)});
            assertEqual(echo(named, Named.class), named);
        }

        @Test
        void nulls_in_lists_and_properties() {
            Box<String> box = Box.of(null, Arrays.asList("a", null));
            assertEqual(echo(box, new TypeRef<Box<String>>() {}), box);
        }

        @Test
        void ByteBuffers_are_attachments_as_arrays_are() {
            Buffers buffers = new Buffers(
                    buffer(1),
                    bytes(2),
                    List.of(buffer(3)),
                    Map.of("b", buffer(4)),
                    Optional.of(buffer(5)),
                    new ByteBuffer[] {buffer(6)});
            List<byte[]> attachments = new ArrayList<>();
            codec.write(buffers, attachments);
            assertThat(attachments)
                    .containsExactlyInAnyOrder(bytes(1), bytes(2), bytes(3), bytes(4), bytes(5), bytes(6));
            assertEqual(echo(buffers, Buffers.class), buffers);
        }

        @Test
        void bytes_at_any_depth() {
            Shelf shelf = new Shelf(
                    "s",
                    List.of(Box.of(buffer(1, 2), List.of(buffer(3))), Box.of(null, List.of())),
                    Map.of("p", List.of(bytes(4), bytes())));
            List<byte[]> attachments = new ArrayList<>();
            String json = codec.write(List.of(Map.of("shelf", shelf)), attachments);
            assertThat(attachments).hasSize(4);
            assertThat(json).contains(FIRST);
            TypeRef<List<Map<String, Shelf>>> type = new TypeRef<>() {};
            assertEqual(codec.read(json, type.type(), attachments), List.of(Map.of("shelf", shelf)));
        }
    }

    /** Whether the library takes a part of a number for this component of {@link Whole}, and nothing can be done about it. */
    boolean isKnownToCut(String component, String number) {
        return false;
    }

    /** Whole numbers wherever an object can have them. */
    public record Whole(
            byte tiny,
            short small,
            int number,
            long big,
            @Nullable Byte boxedTiny,
            @Nullable Short boxedSmall,
            @Nullable Integer boxed,
            @Nullable Long boxedBig) {}

    public record Wholes(
            @Nullable List<Integer> list,
            @Nullable Map<String, Long> map,
            int @Nullable [] array,
            Long @Nullable [] boxes,
            @Nullable List<Whole> inner) {}

    public static class Bean {
        private int number;
        private @Nullable Long boxed;
        public short field;

        public int getNumber() {
            return number;
        }

        public void setNumber(int number) {
            this.number = number;
        }

        public @Nullable Long getBoxed() {
            return boxed;
        }

        public void setBoxed(@Nullable Long boxed) {
            this.boxed = boxed;
        }
    }

    @Nested
    class Numbers_inside_of_objects {

        @ParameterizedTest
        @CsvSource({
            "tiny, -128, 127, 128",
            "small, -32768, 32767, 32768",
            "number, -2147483648, 2147483647, 2147483648",
            "big, -9223372036854775808, 9223372036854775807, 9223372036854775808"
        })
        void fit_up_to_their_bounds_and_are_never_cut(String name, String least, String most, String tooMuch) {
            String boxed =
                    "boxed" + (name.equals("number") ? "" : Character.toUpperCase(name.charAt(0)) + name.substring(1));
            for (String property : List.of(name, boxed)) {
                String start = "{\"" + property + "\":";
                for (String fit : List.of(least, most, "0", "-1")) {
                    assertThat(codec.write(codec.read(start + fit + "}", Whole.class, List.of()), List.of()))
                            .contains(start.substring(1) + fit);
                }
                for (String unfit :
                        List.of(tooMuch, "4294967297", "18446744073709551617", "1e300", "1.5", "-0.5", "1e-9")) {
                    boolean fits = unfit.equals("4294967297") && name.equals("big");
                    if (!fits && !isKnownToCut(name, unfit)) {
                        assertRefused(start + unfit + "}", Whole.class);
                    }
                }
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"3000000000", "1e300", "1.5"})
        void are_never_cut_in_containers(String unfit) {
            String big = unfit.equals("3000000000") ? "9223372036854775808" : unfit;
            assertRefused("{\"list\":[1," + unfit + "]}", Wholes.class);
            assertRefused("{\"map\":{\"a\":" + big + "}}", Wholes.class);
            assertRefused("{\"array\":[1," + unfit + "]}", Wholes.class);
            assertRefused("{\"boxes\":[" + big + "]}", Wholes.class);
            assertRefused("{\"inner\":[{\"number\":" + unfit + "}]}", Wholes.class);
            assertRefused("[{\"number\":" + unfit + "}]", new TypeRef<List<Whole>>() {}.type());
            assertRefused("{\"a\":[{\"number\":" + unfit + "}]}", new TypeRef<Map<String, Whole[]>>() {}.type());
            assertRefused("{\"value\":" + unfit + "}", new TypeRef<Box<Integer>>() {}.type());
            assertRefused("{\"number\":" + unfit + "}", Maybe.class);
        }

        @Test
        void are_never_cut_in_properties_of_classes() {
            assertRefused("{\"number\":3000000000}", Bean.class);
            assertRefused("{\"boxed\":1.5}", Bean.class);
            assertRefused("{\"field\":65537}", Bean.class);
            assertThat(codec.write(
                            codec.read("{\"number\":3,\"boxed\":4,\"field\":5}", Bean.class, List.of()), List.of()))
                    .contains("\"number\":3", "\"boxed\":4", "\"field\":5");
        }

        private void assertRefused(String json, Type type) {
            assertThat(catchThrowable(() -> codec.read(json, type, List.of())))
                    .as(json)
                    .isInstanceOf(PayloadException.class)
                    .hasMessageContaining("does not fit");
        }
    }
}
