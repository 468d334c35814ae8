package org.sockeye.arquillian;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The code of docs/from-javascript-to-java.md, and what it needs. */
final class Samples {

    private static final Path PAGE = Path.of("docs", "from-javascript-to-java.md");
    private static final Path LIBRARIES = Path.of("src", "test", "samples", "target", "libraries");

    private static final String IMPORTS =
            """
            package samples;
            import jakarta.enterprise.context.*;
            import jakarta.enterprise.event.Observes;
            import jakarta.inject.*;
            import jakarta.servlet.*;
            import jakarta.servlet.annotation.*;
            import jakarta.servlet.http.*;
            import jakarta.ws.rs.ApplicationPath;
            import jakarta.ws.rs.POST;
            import jakarta.ws.rs.Path;
            import jakarta.ws.rs.PathParam;
            import jakarta.ws.rs.QueryParam;
            import jakarta.ws.rs.core.Application;
            import java.io.IOException;
            import org.sockeye.*;
            import org.sockeye.cdi.*;

            """;

    private Samples() {}

    static String block(String mark) throws IOException {
        return Readme.block(PAGE, mark);
    }

    /** The library, and what a plain Tomcat needs beside it for CDI, JSON-B, JAX-RS and Faces. */
    static List<File> libraries() {
        List<File> libraries = new ArrayList<>();
        libraries.add(new File(System.getProperty("tested.jar")));
        libraries.addAll(List.of(Objects.requireNonNull(
                LIBRARIES.toFile().listFiles(), "no samples' libraries: they come with mvn verify")));
        return libraries;
    }

    static void addTo(WebArchive war, String... classNames) throws IOException {
        for (String name : classNames) {
            SourceCode.addTo(war, name, IMPORTS + block(name + ".java"), libraries());
        }
    }
}
