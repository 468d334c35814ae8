package org.sockeye.internal.cdi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;

/** What an EJB container puts around an exception, of which there is no class here: one is compiled. */
final class EjbFailures {

    private static final String SOURCE = "package jakarta.ejb; public class EJBException extends RuntimeException {"
            + " public EJBException(Exception cause) { super(cause); }"
            + " public static class RolledBack extends EJBException {"
            + " public RolledBack(Exception cause) { super(cause); } } }";

    private EjbFailures() {}

    /** An exception of a kind of {@code jakarta.ejb.EJBException}. */
    static RuntimeException around(Exception cause) {
        try {
            return (RuntimeException) compiled()
                    .loadClass("jakarta.ejb.EJBException$RolledBack")
                    .getConstructor(Exception.class)
                    .newInstance(cause);
        } catch (ReflectiveOperationException impossible) {
            throw new LinkageError("not as it was compiled", impossible);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static ClassLoader compiled() throws IOException {
        Path directory = Files.createTempDirectory("ejb");
        Path source = Files.writeString(directory.resolve("EJBException.java"), SOURCE);
        ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", directory.toString(), source.toString());
        return new URLClassLoader(new URL[] {directory.toUri().toURL()});
    }
}
