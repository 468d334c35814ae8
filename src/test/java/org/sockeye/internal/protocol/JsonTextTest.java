package org.sockeye.internal.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain",
                "\"\\/\b\f\n\r\t",
                "\u0000\u001f\u007f\u2028",
                "\ud83d\ude00",
                "a\ud83d",
                "\ude00a",
                "ß€"
            })
    void what_is_quoted_is_unquoted_to_the_same_and_is_well_formed(String string) throws MalformedPacketException {
        String quoted = JsonText.quote(string);
        assertThat(JsonText.unquote(quoted)).isEqualTo(string);
        assertThat(JsonScanner.array("[" + quoted + "]", 0, 0).elements()).containsExactly(quoted);
    }

    @Test
    void a_lone_surrogate_is_escaped_and_a_pair_is_not() {
        assertThat(JsonText.quote("\ud83d")).isEqualTo("\"\\ud83d\"");
        assertThat(JsonText.quote("\ud83d\ude00")).isEqualTo("\"\ud83d\ude00\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {"\"a\\u0041\\n\\/\\\"\"|'aA\n/\"'", "12.5|12.5", "\"\"|''"})
    void unquoting_resolves_escapes_and_leaves_what_is_no_string(String json, String string) {
        assertThat(JsonText.unquote(json)).isEqualTo(string);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ascii", "ß", "€", "\ud83d\ude00", "a\ud83d", "\ude00a", "\ud83d\ud83d\ude00"})
    void the_length_as_utf_8_is_counted_as_it_would_be_encoded(String string) {
        assertThat(Utf8.length(string)).isEqualTo(string.getBytes(StandardCharsets.UTF_8).length);
    }
}
