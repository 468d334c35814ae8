package org.sockeye.internal.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.stream.JsonParser;
import java.io.StringReader;
import java.util.List;
import java.util.NoSuchElementException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.sockeye.fuzz.Garbage;

/** The scanner of JSON, compared with a parser that builds trees. */
class JsonFuzzTest {

    private static final List<String> WORDS = Garbage.words(
            "[ ] { } , : \" \"a\" \"a\": 1 0 - .5 1.5 e3 E-2 true false null \t \n \r \\ \\n \\u00e9 \\u12 \\uD83D \\/ "
                    + "\u0000 \u001f \u007f \u00a0 \u2028 \ufeff \ud83d\ude00 tru",
            " ");

    @Provide
    Arbitrary<String> garbage() {
        return Garbage.of(14, WORDS);
    }

    /** Arrays that are well-formed, or were but for one character. */
    @Provide
    Arbitrary<String> nearly() {
        return values(3).list().ofMaxSize(4).map(JsonFuzzTest::array).flatMap(JsonFuzzTest::disturbed);
    }

    @Provide
    Arbitrary<List<String>> elements() {
        return values(3).list().ofMinSize(1).ofMaxSize(5);
    }

    private static Arbitrary<String> values(int depth) {
        Arbitrary<String> plain = Arbitraries.oneOf(
                Arbitraries.of("true", "false", "null", "0", "-0", "-1.5e+3", "{}", "[]", "[ ]", "{\n}", "\"\\ud83d\""),
                Arbitraries.strings().all().ofMaxLength(8).map(JsonText::quote),
                Arbitraries.integers().map(String::valueOf),
                Arbitraries.doubles().map(String::valueOf));
        if (depth == 0) {
            return plain;
        }
        Arbitrary<List<String>> deeper = values(depth - 1).list().ofMaxSize(3);
        return Arbitraries.oneOf(plain, deeper.map(JsonFuzzTest::array), deeper.map(JsonFuzzTest::object));
    }

    private static String array(List<String> elements) {
        return "[" + String.join(" ,\n", elements) + "]";
    }

    private static String object(List<String> values) {
        StringBuilder object = new StringBuilder("{");
        for (String value : values) {
            object.append(object.length() > 1 ? "," : "")
                    .append("\"k")
                    .append(object.length())
                    .append("\": ");
            object.append(value);
        }
        return object.append('}').toString();
    }

    private static Arbitrary<String> disturbed(String text) {
        return Arbitraries.integers()
                .between(0, text.length() - 1)
                .flatMap(at -> Arbitraries.of(
                        text,
                        text.substring(0, at) + text.substring(at + 1),
                        text.substring(0, at) + "," + text.substring(at),
                        text.substring(0, at) + "\"" + text.substring(at),
                        text.substring(0, at)));
    }

    @Property
    void exactly_what_is_a_JSON_array_is_accepted(@ForAll("garbage") String text) {
        assertThat(isAccepted("[" + text + "]")).isEqualTo(isJson("[" + text + "]"));
    }

    @Property
    void exactly_what_is_a_JSON_array_is_accepted_where_little_is_wrong(@ForAll("nearly") String text) {
        assertThat(isAccepted(text)).isEqualTo(isJson(text));
    }

    @Property
    void the_elements_of_an_array_are_cut_out_as_they_stand(@ForAll("elements") List<String> elements)
            throws MalformedPacketException {
        assertThat(JsonScanner.array(array(elements), 0, 0).elements()).isEqualTo(elements);
    }

    @Property
    void a_string_comes_back_from_JSON_as_it_was(@ForAll String text) {
        assertThat(JsonText.unquote(JsonText.quote(text))).isEqualTo(text);
    }

    private static boolean isAccepted(String text) {
        try {
            JsonScanner.array(text, 0, 0);
            return true;
        } catch (MalformedPacketException refused) {
            return false;
        }
    }

    private static boolean isJson(String text) {
        try (JsonParser parser = Json.createParser(new StringReader(text))) {
            while (parser.hasNext()) {
                parser.next();
            }
            return true;
        } catch (JsonException | NoSuchElementException malformed) {
            return false;
        }
    }
}
