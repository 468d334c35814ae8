package org.sockeye.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryStringTest {

    @Test
    void no_query_has_no_parameters() {
        assertThat(QueryString.parse(null)).isEmpty();
        assertThat(QueryString.parse("")).isEmpty();
        assertThat(QueryString.parse("&&")).isEmpty();
    }

    @Test
    void several_values_of_a_name_keep_their_order() {
        assertThat(QueryString.parse("a=1&b=2&a=3")).isEqualTo(Map.of("a", List.of("1", "3"), "b", List.of("2")));
    }

    @Test
    void names_keep_their_order() {
        assertThat(QueryString.parse("z=1&a=2&m=3").keySet()).containsExactly("z", "a", "m");
    }

    @ParameterizedTest
    @CsvSource({
        "a, ''",
        "a=, ''",
        "a=b=c, b=c",
        "a=x+y, x y",
        "a=%C3%A9%20%E2%82%AC, é €",
        "a=%, %",
        "a=%4, %4",
        "a=%zz%41, %zzA",
        "a=%FF, \uFFFD",
    })
    void a_value_is_decoded_and_what_cannot_be_stays(String query, String value) {
        assertThat(QueryString.parse(query)).containsEntry("a", List.of(value));
    }

    @Test
    void has_a_largest_number_of_parameters() {
        assertThat(QueryString.parse("a=1&".repeat(999) + "b=2&c=3")).containsOnlyKeys("a", "b");
    }
}
