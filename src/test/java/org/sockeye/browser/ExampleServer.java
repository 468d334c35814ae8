package org.sockeye.browser;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.Context;
import org.apache.catalina.Lifecycle;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;

/**
 * Serves a WAR on an embedded Tomcat, at the root, until the process is ended.
 *
 * <p>Launched as a source file, with nothing but Tomcat on the class path: by {@code mvn -Pdemo}, and by {@link ExampleProcess}.
 */
final class ExampleServer {

    private ExampleServer() {}

    /** Arguments: the WAR, a directory that Tomcat may write to, the address, the port; 0 is any free one. */
    public static void main(String[] arguments) throws IOException, LifecycleException {
        String address = arguments[2];
        int port = Integer.parseInt(arguments[3]);
        if (isTaken(address, port)) {
            say(System.err, "Port " + port + " is in use. Choose another: mvn -Pdemo -Dport=9090");
            System.exit(1);
        }
        Logger.getLogger("").setLevel(Level.WARNING);
        Tomcat tomcat = tomcat(Path.of(arguments[1]), address, port);
        Context chat =
                tomcat.addWebapp("", Path.of(arguments[0]).toAbsolutePath().toString());
        chat.addLifecycleListener(event -> {
            if (event.getType().equals(Lifecycle.BEFORE_START_EVENT)) {
                withoutJsp(chat);
            }
        });
        tomcat.start();
        if (!chat.getState().isAvailable()) {
            say(System.err, "The chat did not start; see the messages above.");
            System.exit(1);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(tomcat)));
        ProcessHandle.current().parent().ifPresent(ExampleServer::endWith);
        say(
                System.out,
                "The chat runs at http://localhost:" + tomcat.getConnector().getLocalPort() + "/ (Ctrl-C ends it)");
        tomcat.getServer().await();
    }

    private static Tomcat tomcat(Path directory, String address, int port) throws IOException {
        Files.createDirectories(directory.resolve("webapps"));
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(directory.toAbsolutePath().toString());
        tomcat.setPort(port);
        Connector connector = tomcat.getConnector();
        connector.setProperty("address", address);
        connector.setThrowOnFailure(true);
        addPeople(tomcat);
        return tomcat;
    }

    /** Those whom the login page names. */
    private static void addPeople(Tomcat tomcat) {
        for (String name : List.of("ann", "bob", "mia")) {
            tomcat.addUser(name, "sockeye");
            tomcat.addRole(name, "user");
        }
        tomcat.addRole("mia", "moderator");
    }

    /** Tomcat adds a servlet for pages that this server has no classes for. */
    private static void withoutJsp(Context chat) {
        chat.removeServletMapping("*.jsp");
        chat.removeServletMapping("*.jspx");
        chat.removeChild(chat.findChild("jsp"));
    }

    /** Ctrl-C reaches both; a Maven that is ended in another way would leave this process behind, and the port taken. */
    private static void endWith(ProcessHandle parent) {
        CompletableFuture<Void> unused = parent.onExit().thenRun(() -> System.exit(0));
    }

    private static void stop(Tomcat tomcat) {
        try {
            tomcat.stop();
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

    private static void say(PrintStream to, String line) {
        to.println(line);
        to.flush();
    }
}
