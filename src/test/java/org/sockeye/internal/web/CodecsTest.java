package org.sockeye.internal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockeye.ConfigurationException;
import org.sockeye.PayloadException;
import org.sockeye.spi.JsonCodec;
import org.sockeye.spi.JsonCodecProvider;

class CodecsTest {

    public record Message(int count) {}

    /** What an application may bring. */
    public static final class OwnCodecs implements JsonCodecProvider {

        @Override
        public String name() {
            return "own";
        }

        @Override
        public JsonCodec create() {
            throw new IllegalStateException("no licence");
        }
    }

    private final ClassLoader loader = Objects.requireNonNull(getClass().getClassLoader());

    @Test
    void objects_are_for_JSON_B_where_it_is() {
        JsonCodec codec = Codecs.find("auto", loader);
        assertThat(codec.name()).contains("JSON-B", "yasson");
        assertThat(codec.read("{\"count\":1}", Message.class, List.of())).isEqualTo(new Message(1));
        codec.close();
    }

    @Test
    void objects_are_for_Jackson_where_it_is_and_JSON_B_is_not() {
        JsonCodec codec = findWithout("auto", "jakarta.json");
        assertThat(codec.name()).startsWith("Jackson");
        assertThat(codec.read("{\"count\":1}", Message.class, List.of())).isEqualTo(new Message(1));
    }

    @ParameterizedTest
    @CsvSource({"jsonb, JSON-B by", "jackson, Jackson", "builtin, built-in"})
    void a_setting_chooses(String setting, String name) {
        JsonCodec codec = Codecs.find(setting, loader);
        assertThat(codec.name()).startsWith(name);
        codec.close();
    }

    @Test
    void a_setting_that_names_no_codec_is_refused_with_those_that_there_are() {
        assertThatThrownBy(() -> Codecs.find("gson", loader))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll("jsonCodec", "gson", "auto, jsonb, jackson, builtin");
    }

    @Test
    void a_codec_that_is_asked_for_and_not_there_is_refused() {
        assertThatThrownBy(() -> findWithout("jackson", "com.fasterxml.jackson"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll("jackson", "not there");
        assertThatThrownBy(() -> findWithout("jsonb", "org.eclipse.yasson", "org.apache.johnzon"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll("jsonb", "not there");
    }

    @Test
    void what_an_application_brings_is_asked_first_and_may_fail(@TempDir Path folder) throws IOException {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve(JsonCodecProvider.class.getName()), OwnCodecs.class.getName());
        try (URLClassLoader application =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, loader)) {
            assertThat(Codecs.find("auto", application).name()).contains("JSON-B");
            assertThatThrownBy(() -> Codecs.find("own", application))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("no licence");
        }
    }

    @Test
    void they_are_built_in_where_there_is_no_API() {
        assertBuiltIn(findWithout("auto", "jakarta.json", "com.fasterxml.jackson"));
    }

    @Test
    void they_are_built_in_where_there_is_no_JSON_P() {
        assertBuiltIn(findWithout("auto", "jakarta.json.stream", "com.fasterxml.jackson"));
    }

    @Test
    void they_are_built_in_where_there_is_no_provider() {
        assertBuiltIn(findWithout(
                "auto",
                "META-INF/services/jakarta.json.bind",
                "org.eclipse.yasson",
                "org.apache.johnzon",
                "com.fasterxml.jackson"));
    }

    @Test
    void they_are_built_in_where_a_provider_is_announced_but_missing() {
        assertBuiltIn(findWithout("auto", "org.eclipse.yasson", "org.apache.johnzon", "com.fasterxml.jackson"));
    }

    private static void assertBuiltIn(JsonCodec codec) {
        assertThat(codec.name()).isEqualTo("built-in");
        assertThat(codec.write(List.of(1, "x"), List.of())).isEqualTo("[1,\"x\"]");
        assertThatThrownBy(() -> codec.checkReadable(Message.class))
                .isInstanceOf(PayloadException.class)
                .hasMessageContainingAll(Message.class.getTypeName(), "org.eclipse:yasson")
                .hasMessageNotContaining("\n");
        assertThatThrownBy(() -> codec.write(new Message(1), List.of()))
                .isInstanceOf(PayloadException.class)
                .hasMessageContainingAll(Message.class.getTypeName(), "org.eclipse:yasson");
    }

    private JsonCodec findWithout(String setting, String... packages) {
        ClassLoader poor = new PoorLoader(loader, List.of(packages));
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(poor);
        try {
            return Codecs.find(setting, poor);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    /** Loads our package itself, and JSON-B's API too so that it looks for providers here; and hides some packages. */
    private static final class PoorLoader extends ClassLoader {

        private final List<String> hidden;

        PoorLoader(ClassLoader parent, List<String> hidden) {
            super(parent);
            this.hidden = hidden;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (hides(name)) {
                throw new ClassNotFoundException(name);
            }
            boolean own = name.startsWith("org.sockeye.internal.json.") || name.startsWith("jakarta.json.");
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null || !own) {
                return loaded != null ? loaded : super.loadClass(name, resolve);
            }
            byte[] code = code(name);
            return defineClass(name, code, 0, code.length);
        }

        @Override
        public Enumeration<URL> getResources(String name) throws IOException {
            return hides(name) ? Collections.emptyEnumeration() : super.getResources(name);
        }

        private boolean hides(String name) {
            return hidden.stream().anyMatch(prefix -> name.startsWith(prefix + "."));
        }

        private byte[] code(String name) throws ClassNotFoundException {
            try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                return Objects.requireNonNull(in, name).readAllBytes();
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
