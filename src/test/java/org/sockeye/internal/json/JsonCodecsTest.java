package org.sockeye.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.sockeye.PayloadException;
import org.sockeye.spi.JsonCodec;

class JsonCodecsTest {

    record Message(String text) {}

    private final ClassLoader loader = Objects.requireNonNull(getClass().getClassLoader());

    @Test
    void are_found_as_a_service() {
        assertThat(ServiceLoader.load(JsonCodec.class, loader)).hasExactlyElementsOfTypes(JsonCodecs.class);
    }

    @Test
    void use_JSON_B_where_it_is() {
        JsonCodecs codec = new JsonCodecs();
        assertThat(codec.name()).contains("JSON-B", "yasson");
        codec.checkReadable(Payloads.Message.class);
        assertThat(codec.read("{\"count\":1}", Payloads.Message.class, List.of()))
                .isNotNull();
        codec.close();
    }

    @Test
    void are_built_in_where_there_is_no_API() throws Exception {
        assertBuiltIn(createWithout("jakarta.json"));
    }

    @Test
    void are_built_in_where_there_is_no_JSON_P() throws Exception {
        assertBuiltIn(createWithout("jakarta.json.stream"));
    }

    @Test
    void are_built_in_where_there_is_no_provider() throws Exception {
        assertBuiltIn(createWithout("META-INF/services/jakarta.json.bind", "org.eclipse.yasson", "org.apache.johnzon"));
    }

    @Test
    void are_built_in_where_a_provider_is_announced_but_missing() throws Exception {
        assertBuiltIn(createWithout("org.eclipse.yasson", "org.apache.johnzon"));
    }

    private static void assertBuiltIn(JsonCodec codec) {
        assertThat(codec.name()).isEqualTo("built-in");
        assertThat(codec.write(List.of(1, "x"), List.of())).isEqualTo("[1,\"x\"]");
        assertThatThrownBy(() -> codec.checkReadable(Message.class))
                .isInstanceOf(PayloadException.class)
                .hasMessageContainingAll(Message.class.getTypeName(), "org.eclipse:yasson")
                .hasMessageNotContaining("\n");
        assertThatThrownBy(() -> codec.write(new Message("x"), List.of()))
                .isInstanceOf(PayloadException.class)
                .hasMessageContainingAll(Message.class.getTypeName(), "org.eclipse:yasson");
    }

    private JsonCodec createWithout(String... packages) throws ReflectiveOperationException {
        ClassLoader poor = new PoorLoader(loader, List.of(packages));
        Class<?> codecs = poor.loadClass(JsonCodecs.class.getName());
        assertThat(codecs).isNotSameAs(JsonCodecs.class);
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(poor);
        try {
            return (JsonCodec) codecs.getConstructor().newInstance();
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
