package org.sockeye.advisories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** That the page on security names tests that there are. */
class SecurityPageTest {

    private static final Path PAGE = Path.of("docs/security.md");
    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+)\\.([a-zA-Z]\\w+)`");

    @Test
    void every_test_that_it_names_exists() throws IOException {
        List<MatchResult> named = TEST.matcher(Files.readString(PAGE)).results().toList();
        assertThat(named).hasSizeGreaterThan(40);
        for (MatchResult test : named) {
            assertThat(sourcesOf(test.group(1))).as(test.group()).anySatisfy(source -> assertThat(source)
                    .containsPattern("void " + test.group(2) + "\\("));
        }
    }

    @Test
    void every_line_of_its_tables_names_a_test() throws IOException {
        assertThat(Files.readAllLines(PAGE))
                .filteredOn(line -> line.startsWith("| ") && !line.startsWith("| ---") && !line.endsWith("| tests |"))
                .hasSizeGreaterThan(30)
                .allSatisfy(line -> assertThat(line).containsPattern(TEST));
    }

    private static List<String> sourcesOf(String type) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            return files.filter(file -> file.endsWith(type + ".java"))
                    .map(SecurityPageTest::read)
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
