package org.sockeye.arquillian.container;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.spi.client.container.DeploymentException;
import org.jboss.arquillian.container.spi.client.container.LifecycleException;

/** The process of {@code src/test/tomee/TomeeServer.java}. */
final class TomeeProcess {

    private static final Path SOURCE = Path.of("src", "test", "tomee", "TomeeServer.java");
    private static final String ANSWER = "> ";

    private final Path folder;
    private final Process process;
    private final PrintStream orders;
    private final BufferedReader answers;

    private TomeeProcess(Process process, Path folder) {
        this.folder = folder;
        this.process = process;
        this.orders = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Starts the server, and waits until it has started. It needs a JDK before 24: {@code tomee.java.home} may name one. */
    static TomeeProcess start(int port, Path folder) throws LifecycleException {
        String java = System.getProperty("tomee.java.home", System.getProperty("java.home"));
        try {
            Path applications = Files.createDirectories(folder.resolve("applications"));
            Process process = new ProcessBuilder(
                            Path.of(java, "bin", "java").toString(),
                            "--add-opens=java.base/java.lang=ALL-UNNAMED",
                            "--add-opens=java.base/java.io=ALL-UNNAMED",
                            "--add-opens=java.base/java.net=ALL-UNNAMED",
                            "--add-opens=java.rmi/sun.rmi.transport=ALL-UNNAMED",
                            "-Djava.io.tmpdir=" + Files.createDirectories(folder.resolve("temporary")),
                            "-classpath",
                            folder.resolve("lib") + File.separator + "*",
                            SOURCE.toString(),
                            String.valueOf(port),
                            folder.resolve("server").toString(),
                            users())
                    .redirectError(folder.resolve("server.log").toFile())
                    .start();
            TomeeProcess server = new TomeeProcess(process, applications.toAbsolutePath());
            server.awaitAnswer();
            return server;
        } catch (IOException | DeploymentException failed) {
            throw new LifecycleException("TomEE does not start", failed);
        }
    }

    /** Where it takes WARs from, and unpacks them. */
    Path folder() {
        return folder;
    }

    private static String users() {
        return TestUser.ALL.stream()
                .map(user -> user.name() + "=" + user.password() + "=" + String.join("=", user.roles()))
                .collect(Collectors.joining(","));
    }

    void obey(String order) throws DeploymentException {
        orders.println(order);
        String answer = awaitAnswer();
        if (answer.startsWith("failed")) {
            throw new DeploymentException(order + " " + answer);
        }
    }

    private String awaitAnswer() throws DeploymentException {
        try {
            for (String line = answers.readLine(); line != null; line = answers.readLine()) {
                if (line.startsWith(ANSWER)) {
                    return line.substring(ANSWER.length());
                }
            }
        } catch (IOException failed) {
            throw new DeploymentException("TomEE says nothing", failed);
        }
        throw new DeploymentException("TomEE has ended; its log says why");
    }

    /** Lets the server stop by itself, and sees that it does. */
    void stop() throws LifecycleException {
        orders.close();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new LifecycleException("TomEE does not stop");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LifecycleException("interrupted", interrupted);
        }
    }
}
