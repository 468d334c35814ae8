package org.sockeye.browser;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The example's WAR for Tomcat, served by a process of its own, as the demo does it. */
final class ExampleProcess implements AutoCloseable {

    private static final Path WAR = Path.of("webapp-example", "target", "chat-tomcat.war");
    private static final Path LAUNCHER = Path.of("src/test/java/org/sockeye/browser/ExampleServer.java");
    private static final Pattern ANNOUNCEMENT = Pattern.compile("The chat runs at http://localhost:(\\d+)/.*");
    private static final Pattern TOMCAT =
            Pattern.compile("tomcat-(embed-core|embed-websocket|annotations-api)-[^/\\\\]*$");

    private final Process process;
    private final int port;

    private ExampleProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts it, and waits until it serves; on any free port for 0. */
    static ExampleProcess start(Path directory, int port) throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-classpath",
                tomcatJars(),
                LAUNCHER.toString(),
                WAR.toString(),
                directory.toString(),
                "127.0.0.1",
                Integer.toString(port));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new ExampleProcess(process, announcedPort(process));
    }

    private static String tomcatJars() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> TOMCAT.matcher(entry).find())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static int announcedPort(Process process) throws IOException {
        BufferedReader output = process.inputReader();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher announcement = ANNOUNCEMENT.matcher(line);
            if (announcement.matches()) {
                return Integer.parseInt(announcement.group(1));
            }
        }
        throw new IOException("the example did not start; see its log above");
    }

    int port() {
        return port;
    }

    String url() {
        return "http://127.0.0.1:" + port + "/";
    }

    /** Ends it as Ctrl-C does; a server that does not stop fails the test. */
    @Override
    public void close() {
        process.destroy();
        try {
            process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
        } finally {
            process.destroyForcibly();
        }
    }
}
