package org.sockeye.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Whether the table of features tells the truth. It is the last of all, so that it knows which tests have passed. */
@Order(Integer.MAX_VALUE)
class FeatureTableTest {

    private static final Path LINES = Path.of("src/test/resources/org/sockeye/features/members.txt");
    private static final Path PAGE = Path.of("docs/features.md");
    private static final List<String> CHOICES =
            List.of("test", "groups", "excludedGroups", "surefire.includesFile", "surefire.excludesFile");

    private static final List<Method> TESTS = Coverage.ofTheProject();

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static JavaScriptMembers members;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static FeatureTable table;

    @BeforeAll
    static void read() throws IOException {
        members = JavaScriptMembers.read();
        List<Line> lines = Line.parse(Files.readString(LINES)).toList();
        table = new FeatureTable(members.names(), lines, Coverage.byMember(TESTS));
    }

    @Test
    void each_member_has_a_counterpart_and_a_test_that_shows_it_or_a_reason() {
        assertThat(table.problems()).isEmpty();
    }

    @Test
    void what_shows_a_member_has_passed() {
        assertThat(Outcomes.OF_THIS_RUN.problems(TESTS, isComplete())).isEmpty();
    }

    /** Whether Maven runs all tests, and not those that somebody chose. */
    private static boolean isComplete() {
        return System.getProperty("surefire.real.class.path") != null
                && CHOICES.stream().allMatch(choice -> System.getProperty(choice) == null);
    }

    @Test
    void the_page_is_what_the_table_says() throws IOException {
        String page = FeaturesPage.of(members, table);
        if (Boolean.getBoolean("features.write")) {
            Files.writeString(PAGE, page);
        }
        assertThat(lines(Files.readString(PAGE)))
                .as("docs/features.md; to write it: mvn test -Dtest=FeatureTableTest -Dfeatures.write=true")
                .containsExactlyElementsOf(lines(page).toList());
    }

    private static Stream<String> lines(String text) {
        return text.lines();
    }
}
