package org.sockeye.example;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;

/**
 * A WAR on an embedded Tomcat, at the root of its own port: for {@code mvn -Pdemo}, which starts this file by itself, and
 * for the tests in a browser.
 */
public final class ExampleServer implements AutoCloseable {

    private final Tomcat tomcat = new Tomcat();

    /**
     * Starts to serve, and answers when the application is up.
     *
     * @param directory where Tomcat unpacks the WAR
     * @param port 0 for any that is free
     */
    public ExampleServer(Path war, Path directory, String address, int port) throws IOException, LifecycleException {
        Files.createDirectories(directory.resolve("webapps"));
        tomcat.setBaseDir(directory.toAbsolutePath().toString());
        tomcat.setPort(port);
        tomcat.getConnector().setProperty("address", address);
        tomcat.getConnector().setThrowOnFailure(true);
        tomcat.addWebapp("", war.toAbsolutePath().toString());
        tomcat.start();
    }

    /** The port that it listens to. */
    public int port() {
        return tomcat.getConnector().getLocalPort();
    }

    @Override
    public void close() throws LifecycleException {
        tomcat.stop();
        tomcat.destroy();
    }

    /** Serves a WAR until the process is ended. Arguments: the WAR, a directory to work in, address, port. */
    public static void main(String[] arguments) throws IOException, LifecycleException {
        String address = arguments[2];
        int port = Integer.parseInt(arguments[3]);
        quiet();
        if (isTaken(address, port)) {
            say(System.err, "Port " + port + " is in use. Choose another: mvn -Pdemo -Dport=9090");
            System.exit(1);
        }
        ExampleServer server = new ExampleServer(Path.of(arguments[0]), Path.of(arguments[1]), address, port);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
        say(System.out, "The chat runs at http://localhost:" + server.port() + "/ (Ctrl-C ends it)");
        server.tomcat.getServer().await();
    }

    private static void stop(ExampleServer server) {
        try {
            server.close();
        } catch (LifecycleException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static boolean isTaken(String address, int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(address, port));
            return false;
        } catch (IOException taken) {
            return true;
        }
    }

    private static void quiet() {
        Logger.getLogger("").setLevel(Level.WARNING);
    }

    private static void say(PrintStream to, String line) {
        to.println(line);
        to.flush();
    }
}
