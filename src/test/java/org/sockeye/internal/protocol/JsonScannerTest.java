package org.sockeye.internal.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonScannerTest {

    private static JsonArray scan(String text) throws MalformedPacketException {
        return JsonScanner.array(text, 0, 0);
    }

    private static void assertRefused(String text) {
        assertThatExceptionOfType(MalformedPacketException.class)
                .isThrownBy(() -> scan(text))
                .withMessage("invalid payload");
    }

    private static String nested(int depth) {
        return "[".repeat(depth) + "]".repeat(depth);
    }

    @Nested
    class The_elements_of_an_array {

        @Test
        void are_cut_out_as_they_stand() throws MalformedPacketException {
            JsonArray array = scan(" [ \"a,]\" , -1.5e+3,{\"b\":[1,{}]}\t,[ ],null\n,true,false , \"\\\"\" ] ");
            assertThat(array.elements())
                    .containsExactly(
                            "\"a,]\"", "-1.5e+3", "{\"b\":[1,{}]}", "[ ]", "null", "true", "false", "\"\\\"\"");
        }

        @ParameterizedTest
        @ValueSource(strings = {"[]", "[ ]", " [\n] "})
        void may_be_none(String text) throws MalformedPacketException {
            assertThat(scan(text).size()).isZero();
        }

        @Test
        void may_be_very_many() throws MalformedPacketException {
            assertThat(scan("[" + "1,".repeat(400_000) + "1]").size()).isEqualTo(400_001);
        }
    }

    @Nested
    class Of_values {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "0",
                    "-0",
                    "10",
                    "1.0",
                    "1.50",
                    "1e5",
                    "1E5",
                    "1e+5",
                    "1e-05",
                    "-0.0e0",
                    "123456789012345678901234567890",
                    "1e999999",
                    "\"\"",
                    "\"\\u0000\\uD800\\udfff\"",
                    "\"\\\\ \\/ \\b\\f\\n\\r\\t\\\"\"",
                    "\"\u007f\u2028\"",
                    "\"\ud83d\ude00\"",
                    "\"\ud83d\"",
                    "\"\\ud83d\"",
                    "{}",
                    "{ \"\" : 0 }",
                    "{\"a\":1,\"a\":2}",
                    "[[],[[]]]"
                })
        void these_are_accepted(String value) throws MalformedPacketException {
            assertThat(scan("[" + value + "]").elements()).containsExactly(value);
            assertThat(scan("[[" + value + " ]]").size()).isOne();
            assertThat(scan("[{\"k\": " + value + "}]").size()).isOne();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "01",
                    "-",
                    "+1",
                    ".5",
                    "1.",
                    "1.e5",
                    "1e",
                    "1e+",
                    "--1",
                    "0x1",
                    "1_0",
                    "NaN",
                    "Infinity",
                    "-Infinity",
                    "undefined",
                    "nul",
                    "nulll",
                    "True",
                    "'a'",
                    "\"a",
                    "a\"",
                    "\"\\\"",
                    "\"\\x\"",
                    "\"\\u12\"",
                    "\"\\u12g4\"",
                    "\"\\u\uff11\uff12\uff13\uff14\"",
                    "\"\n\"",
                    "\"\u0000\"",
                    "\"\t\"",
                    "{",
                    "}",
                    "{]",
                    "[}",
                    "{\"a\"}",
                    "{\"a\":}",
                    "{\"a\":1,}",
                    "{,}",
                    "{a:1}",
                    "{1:1}",
                    "{\"a\":1 \"b\":2}",
                    "{\"a\" 1}",
                    "[1,]",
                    "[,1]",
                    "[1 2]",
                    "[1,,2]",
                    "/**/1",
                    "1//",
                    "\u00a01",
                    "\ufeff1",
                    "\u0000",
                    ""
                })
        void these_are_refused(String value) {
            assertRefused("[1," + value + "]");
            assertRefused("[" + value + ",1]");
            assertRefused("[{\"k\":" + value + "}]");
        }
    }

    @Nested
    class Of_documents {

        @ParameterizedTest
        @ValueSource(
                strings = {"", " ", "[", "]", "[1", "[1,", "[1]]", "[1],", "[1]x", "[1][", "{}", "\"a\"", "1", "null"})
        void these_are_refused(String text) {
            assertRefused(text);
        }

        @Test
        void nesting_is_accepted_up_to_the_bound() throws MalformedPacketException {
            assertThat(scan(nested(JsonScanner.MAX_DEPTH)).size()).isOne();
        }

        @Test
        void nesting_beyond_the_bound_is_refused() {
            assertRefused(nested(JsonScanner.MAX_DEPTH + 1));
        }

        @ParameterizedTest
        @ValueSource(strings = {"[", "{\"a\":", "[{\"a\":"})
        void a_nesting_of_a_hundred_thousand_is_refused_without_exhausting_the_stack(String open) {
            assertRefused("[" + open.repeat(100_000));
        }

        @Test
        void siblings_do_not_count_as_nesting() throws MalformedPacketException {
            assertThat(scan("[" + "[],".repeat(10_000) + "{}]").size()).isEqualTo(10_001);
        }

        @Test
        void a_large_one_takes_linear_time() {
            String escapes = "\"" + "\\u0041".repeat(300_000) + "\"";
            String keys = "{" + "\"\\u005fplaceholde\":true,".repeat(80_000) + "\"a\":1}";
            assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
                scan("[" + escapes + "]");
                JsonScanner.array("[" + keys + ",{\"_placeholder\":true,\"num\":0}]", 0, 1);
                return scan("[" + " ".repeat(2_000_000) + "1" + "0".repeat(2_000_000) + "]");
            });
        }
    }

    @Nested
    class Placeholders {

        private static JsonArray scan(int attachments, String text) throws MalformedPacketException {
            return JsonScanner.array(text, 0, attachments);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "[{\"_placeholder\":true,\"num\":0}]",
                    "[{\"num\":0,\"_placeholder\":true}]",
                    "[{ \"_placeholder\" : true , \"num\" : 0 }]",
                    "[[{\"a\":{\"_placeholder\":true,\"num\":0}}]]",
                    "[{\"\\u005fplaceholder\":true,\"n\\u0075m\":0}]",
                    "[{\"_placeholder\":false,\"num\":7},{\"_placeholder\":true,\"num\":0}]",
                    "[{\"_placeholder\":\"true\"},{\"_placeholder\":true,\"num\":0}]"
                })
        void are_recognized_wherever_they_are(String text) throws MalformedPacketException {
            assertThat(scan(1, text).text()).isEqualTo(text);
        }

        @Test
        void may_come_in_any_order() throws MalformedPacketException {
            String text = "[{\"_placeholder\":true,\"num\":1},{\"_placeholder\":true,\"num\":0}]";
            assertThat(scan(2, text).size()).isEqualTo(2);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "\"splice\"",
                    "1",
                    "-1",
                    "-0",
                    "0.0",
                    "0e0",
                    "1e9",
                    "null",
                    "true",
                    "[0]",
                    "{}",
                    "\"0\"",
                    "99999999999999999999"
                })
        void whose_num_is_not_the_index_of_an_attachment_are_refused(String num) {
            String text = "[{\"_placeholder\":true,\"num\":" + num + "}]";
            assertThatExceptionOfType(MalformedPacketException.class)
                    .isThrownBy(() -> scan(1, text))
                    .withMessage("illegal attachments");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "[{\"_placeholder\":true}]",
                    "[{\"_placeholder\":true,\"num\":0,\"more\":1}]",
                    "[{\"_placeholder\":true,\"num\":0,\"num\":0}]",
                    "[{\"_placeholder\":true,\"num\":0},{\"_placeholder\":true,\"num\":0}]",
                    "[{\"num\":0}]",
                    "[\"no placeholder\"]",
                    "[]"
                })
        void that_do_not_match_the_attachments_one_to_one_are_refused(String text) {
            assertThatExceptionOfType(MalformedPacketException.class)
                    .isThrownBy(() -> scan(1, text))
                    .withMessage("illegal attachments");
        }

        @Test
        void are_ordinary_objects_in_a_packet_without_attachments() throws MalformedPacketException {
            assertThat(scan(0, "[{\"_placeholder\":true,\"num\":\"splice\"}]").size())
                    .isOne();
        }
    }
}
