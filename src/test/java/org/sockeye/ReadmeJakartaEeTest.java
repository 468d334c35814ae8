package org.sockeye;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's chapter on Jakarta EE shows code that compiles. */
class ReadmeJakartaEeTest {

    private static final Pattern BLOCK = Pattern.compile("<!-- jakarta-ee -->\n```java\n(.*?)\n```", Pattern.DOTALL);

    private static final String BEFORE =
            """
            import jakarta.annotation.security.RolesAllowed;
            import jakarta.enterprise.context.ApplicationScoped;
            import jakarta.enterprise.event.Observes;
            import jakarta.inject.Inject;
            import jakarta.validation.Valid;
            import jakarta.validation.constraints.*;
            import java.security.Principal;
            import org.sockeye.*;
            import org.sockeye.cdi.*;

            @SocketScoped
            class Basket {
                void add(Orders.Order order) {}
            }

            """;

    @Test
    void it_compiles(@TempDir Path folder) throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        String block = BLOCK.matcher(readme)
                .results()
                .map((MatchResult match) -> match.group(1))
                .findFirst()
                .orElseThrow();
        Path source = Files.writeString(folder.resolve("Orders.java"), BEFORE + block);
        ByteArrayOutputStream complaints = new ByteArrayOutputStream();
        ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        complaints,
                        "-proc:none",
                        "-cp",
                        System.getProperty("java.class.path"),
                        source.toString());
        assertThat(complaints.toString(StandardCharsets.UTF_8)).isEmpty();
    }
}
