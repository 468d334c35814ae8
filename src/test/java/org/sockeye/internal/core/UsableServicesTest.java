package org.sockeye.internal.core;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsableServicesTest {

    public interface Greeting {
        String text();
    }

    /** A class of a library that is not there. */
    public abstract static class Absent implements Greeting {}

    public static final class OfTheLibrary extends Absent {
        @Override
        public String text() {
            return "never";
        }
    }

    public static final class Broken implements Greeting {
        public Broken() {
            throw new IllegalStateException("expected in this test");
        }

        @Override
        public String text() {
            return "never";
        }
    }

    public static final class Usable implements Greeting {
        @Override
        public String text() {
            return "hello";
        }
    }

    @Test
    void one_whose_superclass_is_not_there_and_one_that_throws_keep_none_from_the_others(@TempDir Path folder)
            throws IOException {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(
                services.resolve(Greeting.class.getName()),
                String.join("\n", OfTheLibrary.class.getName(), Broken.class.getName(), Usable.class.getName()));
        try (Application application = new Application(folder)) {
            assertThat(UsableServices.of(Greeting.class, application, Level.DEBUG))
                    .extracting(Greeting::text)
                    .containsExactly("hello");
        }
    }

    /** Defines the services itself, and does not know the library. */
    private static final class Application extends URLClassLoader {

        Application(Path folder) throws MalformedURLException {
            super(new URL[] {folder.toUri().toURL()}, UsableServicesTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.equals(Absent.class.getName())) {
                throw new ClassNotFoundException(name);
            }
            return name.equals(OfTheLibrary.class.getName()) ? define(name) : super.loadClass(name, resolve);
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream stored = requireNonNull(getResourceAsStream(name.replace('.', '/') + ".class"))) {
                byte[] code = stored.readAllBytes();
                return defineClass(name, code, 0, code.length);
            } catch (IOException unreadable) {
                throw new ClassNotFoundException(name, unreadable);
            }
        }
    }
}
