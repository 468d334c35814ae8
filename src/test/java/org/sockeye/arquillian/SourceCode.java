package org.sockeye.arquillian;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Compiles what documentation shows. */
final class SourceCode {

    private SourceCode() {}

    /** Compiles a class against libraries and the container, and adds it to an application. */
    static void addTo(WebArchive war, String className, String source, List<File> libraries) throws IOException {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "sources")), className);
        Path file = Files.writeString(folder.resolve(className + ".java"), source);
        Path classes = Files.createDirectory(folder.resolve("classes"));
        compile(file, classes, libraries);
        try (Stream<Path> files = Files.walk(classes)) {
            files.filter(Files::isRegularFile)
                    .forEach(compiled ->
                            war.addAsWebInfResource(compiled.toFile(), "classes/" + classes.relativize(compiled)));
        }
    }

    private static void compile(Path source, Path classes, List<File> libraries) {
        String classPath = libraries.stream().map(File::getPath).collect(Collectors.joining(File.pathSeparator))
                + File.pathSeparator
                + System.getProperty("java.class.path");
        int result = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "--release",
                        "17",
                        "-proc:none",
                        "-cp",
                        classPath,
                        "-d",
                        classes.toString(),
                        source.toString());
        if (result != 0) {
            throw new AssertionError(source + " does not compile");
        }
    }
}
