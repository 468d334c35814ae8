package org.sockeye.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The API as stubs, which are the baseline that japicmp compares the jar with: docs/decisions/0097. With {@code -Dapi.write=true} the baseline
 * becomes what the API is now.
 */
class ApiBaselineTest {

    private static final Path BASELINE = Path.of("src/api");
    private static final Path CLASSES = Path.of("target/classes");

    @Test
    void stubs_of_the_api_compile_and_lose_nothing(@TempDir Path folder) throws IOException {
        Map<Path, String> stubs = PublicApi.stubs(CLASSES, getClass().getClassLoader());
        Path sources = folder.resolve("sources");
        write(stubs, sources);
        Path classes = compile(sources, folder.resolve("classes"));
        try (URLClassLoader loader = new StubLoader(classes)) {
            assertThat(PublicApi.stubs(classes, loader)).isEqualTo(stubs);
        }
        if (Boolean.getBoolean("api.write")) {
            delete(BASELINE);
            write(stubs, BASELINE);
        }
    }

    private static void write(Map<Path, String> stubs, Path folder) throws IOException {
        for (Map.Entry<Path, String> stub : stubs.entrySet()) {
            Path file = folder.resolve(stub.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, stub.getValue());
        }
    }

    private static Path compile(Path sources, Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> options = List.of("-proc:none", "-parameters", "-nowarn", "-d", classes.toString());
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> all = Files.walk(sources)) {
            List<Path> stubs =
                    all.filter(file -> file.toString().endsWith(".java")).toList();
            assertThat(compiler.getTask(null, files, null, options, null, files.getJavaFileObjectsFromPaths(stubs))
                            .call())
                    .as("they compile")
                    .isTrue();
        }
        return classes;
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** Finds the API's types among the stubs, and everything else where the tests find it. */
    private static final class StubLoader extends URLClassLoader {

        StubLoader(Path classes) throws IOException {
            super(new URL[] {classes.toUri().toURL()}, ApiBaselineTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith("org.sockeye.")) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? findClass(name) : loaded;
            }
        }
    }
}
