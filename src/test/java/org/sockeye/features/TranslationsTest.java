package org.sockeye.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tables in docs/from-javascript-to-java.md: each line of Java compiles. */
class TranslationsTest {

    private static final Path PAGE = Path.of("docs", "from-javascript-to-java.md");
    private static final Pattern TABLE = Pattern.compile("<!-- translations -->\n\\|.*\n\\|.*\n((?:\\|.*\n)+)");
    private static final Pattern LINE = Pattern.compile("\\| [^|]+ \\| `[^|`]+` \\| `([^|`]+)` \\|");

    private static final String CLASS =
            """
            import java.time.Duration;
            import java.util.*;
            import java.util.concurrent.CompletionStage;
            import java.util.regex.Pattern;
            import org.sockeye.*;

            abstract class Translations {
                record Order(String item) {}
                abstract CompletionStage<?> check(Socket candidate);
            %s
            }
            """;

    @Test
    void each_line_compiles(@TempDir Path folder) throws IOException {
        List<String> lines = lines();
        assertThat(lines).hasSizeGreaterThan(40);
        assertThat(complaints(CLASS.formatted(methods(lines)), folder)).isEmpty();
    }

    private static List<String> lines() throws IOException {
        return TABLE.matcher(Files.readString(PAGE))
                .results()
                .flatMap(table -> table.group(1).lines())
                .map(TranslationsTest::java)
                .toList();
    }

    private static String java(String line) {
        List<MatchResult> found = LINE.matcher(line).results().toList();
        assertThat(found).as(line).hasSize(1);
        return found.get(0).group(1);
    }

    private static String methods(List<String> lines) {
        return Stream.iterate(0, i -> i < lines.size(), i -> i + 1)
                .map(i -> "    void line" + i + "(SocketIoServer io, Socket socket) throws Exception { " + lines.get(i)
                        + " }")
                .collect(Collectors.joining("\n"));
    }

    private static List<String> complaints(String source, Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("Translations.java"), source);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        List<String> options = List.of("-proc:none", "-d", folder.toString());
        try (StandardJavaFileManager files = compiler.getStandardFileManager(found, null, null)) {
            compiler.getTask(null, files, found, options, null, files.getJavaFileObjects(file))
                    .call();
        }
        return found.getDiagnostics().stream()
                .filter(one -> one.getKind() == Diagnostic.Kind.ERROR)
                .map(Diagnostic::toString)
                .toList();
    }
}
