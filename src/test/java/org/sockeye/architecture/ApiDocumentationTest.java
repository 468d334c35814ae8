package org.sockeye.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** Whether all that an application sees is documented. That the documentation builds without a warning is a step of the build. */
class ApiDocumentationTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final List<Path> PACKAGES =
            List.of(Path.of("org/sockeye"), Path.of("org/sockeye/cdi"), Path.of("org/sockeye/spi"));

    /** What the first sentence says is not said again in a list: docs/decisions/0095. */
    private static final Pattern NOT_ASKED_FOR = Pattern.compile("@(param|return|throws)");

    @Test
    void every_type_and_member_has_a_comment() throws IOException {
        assertThat(complaints(sources())).isEmpty();
    }

    @Test
    void one_without_would_be_found() throws IOException {
        Path fixture = Path.of("src/test/java/org/sockeye/architecture/fixtures/Undocumented.java");
        assertThat(complaints(List.of(fixture))).singleElement().asString().contains("no comment");
    }

    private static List<Path> sources() {
        return PACKAGES.stream()
                .map(SOURCES::resolve)
                .flatMap(folder ->
                        Arrays.stream(Objects.requireNonNull(folder.toFile().listFiles())))
                .map(File::toPath)
                .filter(file -> file.toString().endsWith(".java"))
                .toList();
    }

    private static List<String> complaints(List<Path> sources) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        List<String> options = List.of(
                "-proc:none", "-Xdoclint:all/protected", "-implicit:none", "-d", "target", "-Xmaxwarns", "10000");
        try (StandardJavaFileManager files = compiler.getStandardFileManager(found, null, null)) {
            compiler.getTask(null, files, found, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
        }
        return found.getDiagnostics().stream()
                .filter(one -> !NOT_ASKED_FOR.matcher(one.getMessage(null)).find())
                .map(ApiDocumentationTest::asText)
                .toList();
    }

    private static String asText(Diagnostic<? extends JavaFileObject> complaint) {
        return complaint.getSource().getName() + ":" + complaint.getLineNumber() + " " + complaint.getMessage(null);
    }
}
