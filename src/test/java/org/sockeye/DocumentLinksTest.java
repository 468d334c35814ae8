package org.sockeye;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The links of the documents to other files of the repository, and to chapters. */
class DocumentLinksTest {

    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s#]*)(?:#([^)\\s]*))?\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.*)$");
    private static final List<Path> FOLDERS = Stream.of("docs", "benchmarks", "server-configs", "webapp-example")
            .map(Path::of)
            .toList();

    static Stream<Path> documents() {
        return Stream.concat(in(Path.of("."), 1), FOLDERS.stream().flatMap(folder -> in(folder, Integer.MAX_VALUE)));
    }

    private static Stream<Path> in(Path folder, int depth) {
        try (Stream<Path> files = Files.find(folder, depth, (file, attributes) -> isDocument(file))) {
            return files.toList().stream();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static boolean isDocument(Path file) {
        return file.toString().endsWith(".md") && !file.toString().contains("node_modules");
    }

    @ParameterizedTest
    @MethodSource("documents")
    void lead_to_something(Path document) throws IOException {
        for (MatchResult link :
                LINK.matcher(Files.readString(document)).results().toList()) {
            String file = link.group(1);
            if (!file.contains("://")) {
                Path target = file.isEmpty() ? document : document.resolveSibling(file);
                assertThat(target).as("the link to %s in %s", file, document).exists();
                if (link.group(2) != null) {
                    assertThat(chapters(target))
                            .as("the chapters of %s", target)
                            .contains(link.group(2));
                }
            }
        }
    }

    /** The names by which chapters are linked to: lower case, hyphens for spaces, without punctuation. */
    private static List<String> chapters(Path document) throws IOException {
        return HEADING.matcher(Files.readString(document))
                .results()
                .map(heading -> heading.group(1).toLowerCase(Locale.ROOT).strip())
                .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
                .toList();
    }
}
