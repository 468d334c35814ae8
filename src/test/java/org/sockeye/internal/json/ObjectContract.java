package org.sockeye.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sockeye.internal.json.Codecs.bytes;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.sockeye.PayloadException;
import org.sockeye.TypeRef;
import org.sockeye.internal.json.Payloads.Album;
import org.sockeye.internal.json.Payloads.Anything;
import org.sockeye.internal.json.Payloads.Chain;
import org.sockeye.internal.json.Payloads.Colour;
import org.sockeye.internal.json.Payloads.Friend;
import org.sockeye.internal.json.Payloads.Message;
import org.sockeye.internal.json.Payloads.Person;
import org.sockeye.internal.json.Payloads.Photo;
import org.sockeye.internal.json.Payloads.Reading;
import org.sockeye.internal.json.Payloads.Renamed;
import org.sockeye.internal.json.Payloads.Wrapped;

/** What is read and written with JSON-B, alike with every provider. */
abstract class ObjectContract {

    static final String FIRST = "{\"_placeholder\":true,\"num\":0}";
    static final String SECOND = "{\"_placeholder\":true,\"num\":1}";

    final JsonbCodec codec = codec();

    abstract JsonbCodec codec();

    @AfterEach
    void close() {
        codec.close();
    }

    String write(@Nullable Object value, byte[]... expected) {
        List<byte[]> attachments = new ArrayList<>();
        String json = codec.write(value, attachments);
        assertThat(attachments).containsExactly(expected);
        return json;
    }

    @Nullable
    Object read(String json, Type type, byte[]... attachments) {
        codec.checkReadable(type);
        return Codecs.read(codec, json, type, attachments);
    }

    <T> T read(String json, TypeRef<T> type, byte[]... attachments) {
        codec.checkReadable(type.type());
        return Codecs.read(codec, json, type, attachments);
    }

    <T> T read(String json, Class<T> type, byte[]... attachments) {
        return read(json, TypeRef.of(type), attachments);
    }

    @Nested
    class Objects_without_bytes {

        @Test
        void a_record_comes_and_goes_with_its_nulls() {
            assertThat(write(new Message("hi", 2, null))).isEqualTo("{\"count\":2,\"room\":null,\"text\":\"hi\"}");
            assertThat(read("{\"text\":\"hi\",\"count\":2}", Message.class)).isEqualTo(new Message("hi", 2, null));
            assertThat(read("null", (Type) Message.class)).isNull();
        }

        @Test
        void lists_maps_arrays_and_optionals_of_records() {
            Message message = new Message("a", 1, "r");
            String json = "{\"count\":1,\"room\":\"r\",\"text\":\"a\"}";
            assertThat(write(Arrays.asList(message, null))).isEqualTo("[" + json + ",null]");
            assertThat(write(Map.of("m", Optional.of(message)))).isEqualTo("{\"m\":" + json + "}");
            assertThat(write(new Message[] {message})).isEqualTo("[" + json + "]");
            assertThat(read("[" + json + "]", new TypeRef<List<Message>>() {})).containsExactly(message);
            assertThat(read("{\"m\":[" + json + "]}", new TypeRef<Map<String, List<Message>>>() {}))
                    .isEqualTo(Map.of("m", List.of(message)));
            assertThat(read("[" + json + "]", Message[].class)).containsExactly(message);
            assertThat(read(json, new TypeRef<Optional<Message>>() {})).contains(message);
            assertThat(read("null", new TypeRef<Optional<Message>>() {})).isEmpty();
        }

        @Test
        void whole_numbers_may_have_a_point_or_an_exponent() {
            assertThat(read("{\"count\":3.0}", Message.class).count()).isEqualTo(3);
            assertThat(read("{\"count\":1e3}", Message.class).count()).isEqualTo(1000);
        }

        @Test
        void annotations_times_and_enums_are_those_of_JSON_B() {
            Renamed value =
                    new Renamed("x", LocalDate.of(2026, 1, 2), Instant.parse("2026-01-02T03:04:05Z"), Colour.GREEN);
            String json = write(value);
            assertThat(json).contains("\"n\":\"x\"", "\"day\":\"2026-01-02\"", "\"colour\":\"GREEN\"");
            assertThat(read(json, Renamed.class)).isEqualTo(value);
            assertThat(read("\"RED\"", Colour.class)).isEqualTo(Colour.RED);
            assertThat(write(List.of(Colour.RED, LocalDate.of(2026, 1, 2)))).isEqualTo("[\"RED\",\"2026-01-02\"]");
        }

        @Test
        void JSON_P_values_come_and_go_as_they_are() {
            String json = "{\"a\":[1,\"x\",null,{}]}";
            assertThat(read(json, JsonValue.class).toString()).isEqualTo(json);
            assertThat(read(json, JsonObject.class).toString()).isEqualTo(json);
            assertThat(read("[1]", JsonArray.class)).hasSize(1);
            assertThat(read("\"x\"", JsonString.class).getString()).isEqualTo("x");
            assertThat(read("7", JsonNumber.class).intValue()).isEqualTo(7);
            assertThat(read("null", JsonValue.class)).isEqualTo(JsonValue.NULL);
            assertThat(read("{\"value\":[1]}", Wrapped.class).value().toString())
                    .isEqualTo("[1]");
            JsonObject object =
                    Json.createObjectBuilder().add("a", "x").addNull("b").build();
            assertThat(write(List.of(object, JsonValue.TRUE))).isEqualTo("[{\"a\":\"x\",\"b\":null},true]");
        }

        @Test
        void without_attachments_a_placeholder_is_only_an_object() {
            assertThat(read("{\"value\":" + FIRST + "}", Anything.class).value())
                    .isInstanceOf(Map.class);
            assertThatThrownBy(() -> read(FIRST, (Type) JsonString.class)).isInstanceOf(PayloadException.class);
        }
    }

    @Nested
    class Objects_with_bytes {

        @Test
        void a_photo_goes_and_comes() {
            assertThat(write(new Photo("p", bytes(1, 2)), bytes(1, 2)))
                    .isEqualTo("{\"data\":" + FIRST + ",\"name\":\"p\"}");
            Photo photo = read("{ \"name\" : \"p\", \"data\" : " + FIRST + " }", Photo.class, bytes(1, 2));
            assertThat(photo.name()).isEqualTo("p");
            assertThat(photo.data()).isEqualTo(bytes(1, 2));
        }

        @Test
        void no_bytes_and_none_are_two_things() {
            assertThat(write(new Photo("p", null))).isEqualTo("{\"data\":null,\"name\":\"p\"}");
            assertThat(write(new Photo("p", bytes()), bytes())).isEqualTo("{\"data\":" + FIRST + ",\"name\":\"p\"}");
            assertThat(read("{\"data\":null}", Photo.class, bytes(1)).data()).isNull();
            assertThat(read("{\"data\":" + FIRST + "}", Photo.class, bytes()).data())
                    .isEmpty();
        }

        @Test
        void at_any_depth_of_any_container() {
            Album album = new Album(
                    List.of(bytes(1)),
                    Map.of("m", bytes(2)),
                    List.of(new Photo("p", bytes(3)), new Photo("q", null)),
                    Optional.of(bytes(4)));

            List<byte[]> attachments = new ArrayList<>();
            String json = codec.write(album, attachments);
            Album back = (Album) java.util.Objects.requireNonNull(codec.read(json, Album.class, attachments));

            assertThat(attachments).containsExactlyInAnyOrder(bytes(1), bytes(2), bytes(3), bytes(4));
            assertThat(back.pages()).containsExactly(bytes(1));
            assertThat(back.named()).containsOnlyKeys("m").containsEntry("m", bytes(2));
            assertThat(back.photos().get(0).data()).isEqualTo(bytes(3));
            assertThat(back.photos().get(1).data()).isNull();
            assertThat(back.cover()).contains(bytes(4));
        }

        @Test
        void lists_and_maps_of_photos() {
            String json = write(List.of(new Photo("a", bytes(1)), new Photo("b", bytes(2))), bytes(1), bytes(2));
            assertThat(json).contains(FIRST, SECOND);
            List<Photo> photos = read(json, new TypeRef<List<Photo>>() {}, bytes(1), bytes(2));
            assertThat(photos).extracting(Photo::data).containsExactly(bytes(1), bytes(2));
            String map = "{\"a\":" + json + "}";
            Map<String, List<Photo>> named = read(map, new TypeRef<>() {}, bytes(1), bytes(2));
            assertThat(named.get("a")).extracting(Photo::name).containsExactly("a", "b");
        }

        @Test
        void bytes_that_only_the_value_knows_of_are_found() {
            Map<String, Object> mixed = new LinkedHashMap<>();
            mixed.put("deep", List.of("text", bytes(2)));
            assertThat(write(new Anything(bytes(1)), bytes(1))).isEqualTo("{\"value\":" + FIRST + "}");
            assertThat(write(new Anything(mixed), bytes(2)))
                    .isEqualTo("{\"value\":{\"deep\":[\"text\"," + FIRST + "]}}");
            assertThat(write(new Anything(new Photo("AAEC", bytes(3))), bytes(3)))
                    .isEqualTo("{\"value\":{\"data\":" + FIRST + ",\"name\":\"AAEC\"}}");
        }

        @Test
        void beans_and_their_subclasses_have_bytes_too() {
            Friend friend = new Friend();
            friend.setPicture(bytes(1));
            friend.extra = bytes(2);
            for (Object value : List.of(friend, new Anything(friend))) {
                List<byte[]> attachments = new ArrayList<>();
                assertThat(codec.write(value, attachments)).contains(FIRST, SECOND);
                assertThat(attachments).containsExactlyInAnyOrder(bytes(1), bytes(2));
            }
            assertThat(read("{\"name\":\"f\",\"picture\":" + FIRST + "}", Person.class, bytes(1))
                            .getPicture())
                    .isEqualTo(bytes(1));
        }

        @Test
        void numbering_goes_on_where_the_packet_is() {
            List<byte[]> attachments = new ArrayList<>(List.of(bytes(0)));
            assertThat(codec.write(Arrays.asList(bytes(1), new Photo("p", bytes(2))), attachments))
                    .isEqualTo("[" + SECOND + ",{\"data\":{\"_placeholder\":true,\"num\":2},\"name\":\"p\"}]");
            assertThat(attachments).containsExactly(bytes(0), bytes(1), bytes(2));
        }

        @Test
        void bytes_are_copied() {
            byte[] mine = bytes(1);
            List<byte[]> attachments = new ArrayList<>();
            codec.write(new Photo("p", mine), attachments);
            mine[0] = 2;
            assertThat(attachments).containsExactly(bytes(1));
        }

        @Test
        void large_ones_survive() {
            byte[] large = new byte[300_000];
            new java.util.Random(7).nextBytes(large);
            String json = write(new Photo("p", large), large);
            assertThat(read(json, Photo.class, large).data()).isEqualTo(large);
        }

        @Test
        void where_an_object_does_not_say_bytes_JSON_B_has_a_base64_string() {
            assertThat(read("{\"value\":" + FIRST + "}", Anything.class, bytes(1, 2))
                            .value())
                    .isEqualTo("AQI=");
            assertThat(read(FIRST, JsonValue.class, bytes(1, 2)).toString()).isEqualTo("\"AQI=\"");
        }
    }

    @Nested
    class Forgery {

        @Test
        void a_string_is_never_a_placeholder() {
            String text = FIRST.replace("\"", "\\\"");
            Photo photo = read("{\"name\":\"" + text + "\",\"data\":" + FIRST + "}", Photo.class, bytes(1));
            assertThat(photo.name()).isEqualTo(FIRST);
            assertThat(photo.data()).isEqualTo(bytes(1));
        }

        @Test
        void what_a_client_sent_as_text_stays_text_when_it_is_sent_on() {
            for (String text : List.of(FIRST, "AAEC", "[1,2]", "", "\"},{", "\\")) {
                List<byte[]> attachments = new ArrayList<>();
                String json = codec.write(new Photo(text, bytes(9)), attachments);
                assertThat(attachments).containsExactly(bytes(9));
                assertThat(read(json, Photo.class, bytes(9)).name()).isEqualTo(text);
            }
        }

        @Test
        void a_placeholder_may_be_written_in_any_way_that_JSON_allows() {
            String odd = "{ \"num\":0 , \"x\":[{}], \"\\u005fplaceholder\" : true }";
            assertThat(read("{\"data\":" + odd + "}", Photo.class, bytes(1)).data())
                    .isEqualTo(bytes(1));
        }

        @Test
        void an_object_that_is_no_placeholder_is_none() {
            String no = "{\"_placeholder\":false,\"num\":0}";
            assertThat(read("{\"value\":" + no + "}", Anything.class, bytes(1)).value())
                    .isInstanceOf(Map.class);
        }

        @Test
        void attachments_that_do_not_exist_or_are_used_twice_are_refused() {
            assertThatThrownBy(() -> read("{\"data\":" + SECOND + "}", Photo.class, bytes(1)))
                    .isInstanceOf(PayloadException.class);
            assertThatThrownBy(
                            () -> read("[{\"data\":" + FIRST + "},{\"data\":" + FIRST + "}]", Photo[].class, bytes(1)))
                    .isInstanceOf(PayloadException.class);
        }
    }

    @Nested
    class Refusals {

        @Test
        void JSON_that_does_not_fit_names_the_type_and_the_reason() {
            for (String json : List.of("[]", "\"x\"", "1", "{\"count\":\"many\"}", "{\"count\":{}}")) {
                assertThatThrownBy(() -> read(json, (Type) Message.class))
                        .isInstanceOf(PayloadException.class)
                        .hasMessageContaining("does not fit " + Message.class.getName());
            }
            assertThatThrownBy(() -> read("\"PINK\"", (Type) Colour.class)).isInstanceOf(PayloadException.class);
            assertThatThrownBy(() -> read("\"x\"", (Type) LocalDate.class)).isInstanceOf(PayloadException.class);
        }

        @Test
        void a_message_repeats_little_of_what_a_client_sent() {
            assertThatThrownBy(() -> read("{\"count\":\"" + "9\\n".repeat(1000) + "\"}", (Type) Message.class))
                    .isInstanceOf(PayloadException.class)
                    .satisfies(
                            e -> assertThat(e.getMessage()).hasSizeLessThan(250).doesNotContain("\n"));
        }

        @Test
        void a_text_nested_too_deep_never_reaches_the_provider() {
            String deep = "[".repeat(5000) + "]".repeat(5000);
            assertThatThrownBy(() -> read("{\"value\":" + deep + "}", (Type) Anything.class))
                    .isInstanceOf(PayloadException.class)
                    .hasMessageContaining("nested");
            assertThatThrownBy(() -> read("{\"value\":" + deep + "}", (Type) Anything.class, bytes(1)))
                    .isInstanceOf(PayloadException.class)
                    .hasMessageContaining("nested");
        }

        @Test
        void the_greatest_depth_is_read() {
            String deep = "[".repeat(Limits.DEPTH - 1) + "]".repeat(Limits.DEPTH - 1);
            assertThat(read("{\"value\":" + deep + "}", Anything.class).value()).isInstanceOf(List.class);
        }

        @Test
        void numbers_that_would_take_long_never_reach_the_provider() {
            for (String number : List.of("1".repeat(100_000), "1e999999999", "[1E+99999999]")) {
                assertThatThrownBy(() -> read("{\"value\":" + number + "}", (Type) Anything.class))
                        .isInstanceOf(PayloadException.class);
            }
        }

        @Test
        void endless_objects_are_refused() {
            Chain chain = new Chain(null);
            for (int i = 0; i < 100_000; i++) {
                chain = new Chain(chain);
            }
            Chain endless = chain;
            assertThatThrownBy(() -> write(endless)).isInstanceOf(PayloadException.class);
        }

        @Test
        void infinity_in_an_object_is_refused_rather_than_written_as_no_JSON() {
            assertThatThrownBy(() -> write(new Reading(Double.POSITIVE_INFINITY)))
                    .isInstanceOf(PayloadException.class);
        }

        @Test
        void lone_surrogates_in_an_object_are_escaped() {
            assertThat(write(new Photo("\ud83dx", null))).isEqualTo("{\"data\":null,\"name\":\"\\ud83dx\"}");
        }

        @Test
        void a_value_that_cannot_be_written_leaves_no_attachment_behind() {
            List<byte[]> attachments = new ArrayList<>();
            List<Object> values = List.of(new Photo("p", bytes(1)), new Reading(Double.POSITIVE_INFINITY));
            assertThatThrownBy(() -> codec.write(values, attachments)).isInstanceOf(PayloadException.class);
            assertThat(attachments).isEmpty();
        }
    }
}
