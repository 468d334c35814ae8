package org.sockeye.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A script of the test resources in a Node.js of its own, with the npm client that is packed into the jar, and with older ones. */
public final class NodeScript {

    private static final String MODULES = modules("client") + File.pathSeparator + modules("client-versions");
    private static final Path SCRIPTS = Path.of("src/test/resources/org/sockeye/clients");

    private NodeScript() {}

    private static Path modules(String folder) {
        return Path.of("target", folder, "node_modules").toAbsolutePath();
    }

    /** What the script has written when it ends. Its name is relative to the folder of these tests. */
    public static String run(String script, String... arguments) {
        try {
            return runToItsEnd(script, arguments);
        } catch (IOException failed) {
            throw new AssertionError(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    private static String runToItsEnd(String script, String... arguments) throws IOException, InterruptedException {
        Path output = Files.createTempFile("sockeye-client", ".txt");
        List<String> command =
                new ArrayList<>(List.of("node", SCRIPTS.resolve(script).toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("NODE_PATH", MODULES);
        Process process = builder.start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("it ended").isTrue();
            return Files.readString(output);
        } finally {
            process.destroyForcibly();
            Files.delete(output);
        }
    }
}
