package org.sockeye.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.sockeye.architecture.JavaSources.Found;
import org.sockeye.architecture.JavaSources.TopLevelType;

class StyleTest {

    private static final JavaSources MAIN = JavaSources.below(Path.of("src/main/java"));
    private static final JavaSources TESTS = JavaSources.below(Path.of("src/test/java"));

    @Nested
    class The_library {

        @Test
        void has_no_file_over_400_lines() {
            assertThat(longerThan(400, MAIN.files)).isEmpty();
        }

        @Test
        void has_hardly_a_file_over_300_lines() {
            assertThat(percentile(95, MAIN.files)).isLessThanOrEqualTo(300);
        }

        @Test
        void has_no_method_over_60_lines() {
            assertThat(longerThan(60, MAIN.methods)).isEmpty();
        }

        @Test
        void has_short_methods() {
            assertThat(percentile(50, MAIN.methods)).isLessThanOrEqualTo(4);
            assertThat(percentile(95, MAIN.methods)).isLessThanOrEqualTo(22);
        }

        @Test
        void has_few_public_types_behind_its_API() {
            List<TopLevelType> internal = MAIN.types.stream()
                    .filter(type -> type.path().contains("/internal/"))
                    .toList();
            assertThat(internal).hasSizeGreaterThan(100);
            assertThat(internal.stream().filter(TopLevelType::isPublic).count() * 100 / internal.size())
                    .isLessThanOrEqualTo(30);
        }

        @Test
        void has_no_empty_catch() {
            assertThat(MAIN.emptyCatches).isEmpty();
        }

        @Test
        void says_of_every_field_that_changes_what_guards_it() {
            assertThat(MAIN.unexplainedFields).isEmpty();
        }
    }

    @Nested
    class The_tests {

        @Test
        void have_no_file_over_400_lines() {
            assertThat(longerThan(400, TESTS.files)).isEmpty();
        }

        @Test
        void have_no_method_over_60_lines() {
            assertThat(longerThan(60, TESTS.methods)).isEmpty();
        }
    }

    /** That the scanner finds what it looks for. */
    @Nested
    class The_scanner {

        private final JavaSources fixtures =
                JavaSources.below(Path.of("src/test/java/org/sockeye/architecture/fixtures"));

        @Test
        void finds_a_field_without_a_word_on_its_guard() {
            assertThat(fixtures.unexplainedFields)
                    .singleElement()
                    .extracting(Found::where)
                    .asString()
                    .startsWith("Unstylish.java");
        }

        @Test
        void finds_an_empty_catch() {
            assertThat(fixtures.emptyCatches)
                    .singleElement()
                    .extracting(Found::where)
                    .asString()
                    .startsWith("Unstylish.java");
        }

        @Test
        void counts_the_lines_of_methods_and_files() {
            assertThat(fixtures.methods).contains(new Found("Unstylish.java:21", 8));
            assertThat(fixtures.files).contains(new Found("Unstylish.java", 29));
        }
    }

    private static List<Found> longerThan(int lines, List<Found> all) {
        return all.stream().filter(found -> found.lines() > lines).toList();
    }

    private static int percentile(int percent, List<Found> all) {
        List<Integer> sorted = all.stream().map(Found::lines).sorted().toList();
        return sorted.get((sorted.size() - 1) * percent / 100);
    }
}
