package org.sockeye.harness;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.catalina.Host;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.LifecycleState;
import org.apache.catalina.Wrapper;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.servlets.DefaultServlet;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.webresources.DirResourceSet;
import org.apache.catalina.webresources.StandardRoot;
import org.apache.coyote.AbstractProtocol;
import org.apache.tomcat.util.scan.StandardJarScanner;
import org.jspecify.annotations.Nullable;
import org.sockeye.SocketIoServer;

/**
 * A Tomcat on a free port of 127.0.0.1 with one web application that has the library, as an application would have it: nothing is registered by
 * hand.
 *
 * <pre>{@code
 * try (EmbeddedTomcat tomcat = EmbeddedTomcat.builder()
 *         .setting("pingInterval", "300")
 *         .application(io -> io.onConnection(socket -> ...))
 *         .start()) {
 *     io.socket.client.IO.socket(tomcat.http("/"));
 * }
 * }</pre>
 */
public final class EmbeddedTomcat implements AutoCloseable {

    /** Initializers of CDI containers, that would otherwise start in every web application. */
    private static final String CDI_INITIALIZERS = "org\\.jboss\\.weld\\..*|org\\.apache\\.webbeans\\..*";

    private static final List<String> HIDDEN_PACKAGES = List.of(
            "org.sockeye.",
            "com.fasterxml.jackson.",
            "jakarta.enterprise.",
            "jakarta.inject.",
            "jakarta.interceptor.",
            "jakarta.json.",
            "org.eclipse.yasson.",
            "org.eclipse.microprofile.",
            "io.smallrye.",
            "org.eclipse.parsson.",
            "org.apache.johnzon.",
            "org.jboss.weld.",
            "org.apache.webbeans.");

    private static final List<String> HIDDEN_PLACES = List.of(
            "target/classes",
            "target/test-classes",
            "yasson",
            "microprofile",
            "smallrye",
            "parsson",
            "johnzon",
            "jackson",
            "weld",
            "openwebbeans",
            "cdi-api");

    private final Tomcat tomcat;
    private final StandardContext context;
    private final Path folder;

    private EmbeddedTomcat(Tomcat tomcat, StandardContext context, Path folder) {
        this.tomcat = tomcat;
        this.context = context;
        this.folder = folder;
    }

    /** Starts from an application that has nothing but the library. */
    public static Builder builder() {
        return new Builder();
    }

    /** An application with this code and nothing else. */
    public static EmbeddedTomcat start(Consumer<SocketIoServer> application) {
        return builder().application(application).start();
    }

    public int port() {
        return tomcat.getConnector().getLocalPort();
    }

    /** How many connections of clients are open. */
    public long connections() {
        AbstractProtocol<?> protocol =
                (AbstractProtocol<?>) tomcat.getConnector().getProtocolHandler();
        return protocol.getConnectionCount() - 1; // Tomcat counts the one that it waits for
    }

    /** The address of a path below the context path. */
    public URI http(String path) {
        return URI.create("http://127.0.0.1:" + port() + context.getPath() + path);
    }

    /** The WebSocket address of a path below the context path. */
    public URI ws(String path) {
        return URI.create("ws://127.0.0.1:" + port() + context.getPath() + path);
    }

    /** The server as the application would find it; not where the application has a class loader of its own. */
    public SocketIoServer server() {
        return (SocketIoServer) Objects.requireNonNull(attribute(SocketIoServer.class.getName()));
    }

    public @Nullable Object attribute(String name) {
        return context.getServletContext().getAttribute(name);
    }

    /** The container's own object, for what the methods here do not offer. */
    public StandardContext context() {
        return context;
    }

    /** Takes the application away, while the server goes on. */
    public void undeploy() {
        Host host = (Host) context.getParent();
        host.removeChild(context);
    }

    @Override
    public void close() {
        try {
            tomcat.stop();
            tomcat.destroy();
            deleteAll(folder);
        } catch (LifecycleException | IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void deleteAll(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** What the application has. */
    public static final class Builder {

        private final Map<String, String> settings = new LinkedHashMap<>();
        private final List<Class<?>> classes = new ArrayList<>();
        private final List<Consumer<StandardContext>> changes = new ArrayList<>();
        private final List<Consumer<Connector>> connectorChanges = new ArrayList<>();
        private final Map<String, String> files = new LinkedHashMap<>();
        /** Only used by the thread that builds. */
        private String contextPath = "";
        /** Only used by the thread that builds. */
        private String mapping = "/socket.io/*";
        /** Only used by the thread that builds. */
        private boolean declared;
        /** Only used by the thread that builds. */
        private boolean isolated;

        private Builder() {}

        public Builder contextPath(String path) {
            contextPath = path;
            return this;
        }

        /** Declares the servlet in web.xml, with an init-param. */
        public Builder setting(String name, String value) {
            settings.put(name, value);
            return declared();
        }

        /** Declares the servlet in web.xml. */
        public Builder declared() {
            declared = true;
            return this;
        }

        /** Declares the servlet in web.xml with this mapping. */
        public Builder mapping(String pattern) {
            mapping = pattern;
            return declared();
        }

        /** Runs as the application's ServletContextListener, before the server starts. */
        public Builder application(Consumer<SocketIoServer> application) {
            return listener(new ServletContextListener() {
                @Override
                public void contextInitialized(ServletContextEvent event) {
                    application.accept(
                            (SocketIoServer) event.getServletContext().getAttribute(SocketIoServer.class.getName()));
                }
            });
        }

        public Builder listener(ServletContextListener listener) {
            return context(context -> context.addApplicationLifecycleListener(listener));
        }

        /** Changes the container's own object before it starts. */
        public Builder context(Consumer<StandardContext> change) {
            changes.add(change);
            return this;
        }

        /** Changes the container's connector before it starts. */
        public Builder connector(Consumer<Connector> change) {
            connectorChanges.add(change);
            return this;
        }

        /** Adds a file to the web application: {@code file("WEB-INF/beans.xml", "")}. */
        public Builder file(String path, String content) {
            files.put(path, content);
            return this;
        }

        /**
         * Loads the library from the web application, and hides CDI, JSON-P and JSON-B: a plain Tomcat.
         *
         * @param own classes of the application, that are put into it
         */
        public Builder isolated(Class<?>... own) {
            isolated = true;
            classes.addAll(List.of(own));
            return this;
        }

        public EmbeddedTomcat start() {
            try {
                Path folder = Files.createTempDirectory("sockeye-tomcat");
                Path application = writeApplication(folder);
                Tomcat tomcat = newTomcat(folder);
                StandardContext context = (StandardContext) tomcat.addWebapp(contextPath, application.toString());
                configure(context);
                tomcat.start();
                EmbeddedTomcat started = new EmbeddedTomcat(tomcat, context, folder);
                return started.checked();
            } catch (IOException | LifecycleException failed) {
                throw new IllegalStateException(failed);
            }
        }

        private void configure(StandardContext context) {
            context.setContainerSciFilter(CDI_INITIALIZERS);
            withoutLeakDetection(context);
            ((StandardJarScanner) context.getJarScanner()).setScanClassPath(false);
            ClassLoader own = EmbeddedTomcat.class.getClassLoader();
            if (isolated) {
                context.setParentClassLoader(new HidingClassLoader(own, HIDDEN_PACKAGES, HIDDEN_PLACES));
                StandardRoot resources = new StandardRoot(context);
                String library = Path.of("target/classes").toAbsolutePath().toString();
                resources.addPreResources(new DirResourceSet(resources, "/WEB-INF/classes", library, "/"));
                context.setResources(resources);
            } else {
                context.setParentClassLoader(own);
            }
            serveFiles(context);
            changes.forEach(change -> change.accept(context));
        }

        /** Off, because it wants the JDK's packages opened. */
        private static void withoutLeakDetection(StandardContext context) {
            context.setClearReferencesObjectStreamClassCaches(false);
            context.setClearReferencesRmiTargets(false);
            context.setClearReferencesThreadLocals(false);
        }

        private static void serveFiles(StandardContext context) {
            Wrapper files = Tomcat.addServlet(context, "default", DefaultServlet.class.getName());
            files.setLoadOnStartup(1);
            files.addMapping("/");
            context.addMimeMapping("html", "text/html");
            context.addMimeMapping("js", "text/javascript");
            context.addWelcomeFile("index.html");
        }

        private Tomcat newTomcat(Path folder) {
            Tomcat tomcat = new Tomcat();
            tomcat.setBaseDir(folder.toString());
            Connector connector = new Connector();
            connector.setPort(0);
            connector.setProperty("address", "127.0.0.1");
            connectorChanges.forEach(change -> change.accept(connector));
            tomcat.setConnector(connector);
            tomcat.setAddDefaultWebXmlToWebapp(false); // it wants JSP
            return tomcat;
        }

        private Path writeApplication(Path folder) throws IOException {
            Path application = folder.resolve("application");
            if (declared) {
                files.put("WEB-INF/web.xml", webXml());
            }
            Files.createDirectories(application);
            for (Map.Entry<String, String> file : files.entrySet()) {
                Path path = application.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
            }
            for (Class<?> type : classes) {
                copyClass(type, application.resolve("WEB-INF/classes"));
            }
            return application;
        }

        private static void copyClass(Class<?> type, Path folder) throws IOException {
            String name = type.getName().replace('.', '/') + ".class";
            Path target = folder.resolve(name);
            Files.createDirectories(target.getParent());
            try (var bytes = Objects.requireNonNull(type.getClassLoader().getResourceAsStream(name))) {
                Files.copy(bytes, target);
            }
        }

        private String webXml() {
            StringBuilder parameters = new StringBuilder();
            settings.forEach((name, value) -> parameters
                    .append("<init-param><param-name>" + name + "</param-name>")
                    .append("<param-value>" + value + "</param-value></init-param>"));
            return """
                    <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
                      <servlet>
                        <servlet-name>chat</servlet-name>
                        <servlet-class>org.sockeye.internal.web.SocketIoServlet</servlet-class>
                        %s
                        <async-supported>true</async-supported>
                      </servlet>
                      <servlet-mapping>
                        <servlet-name>chat</servlet-name>
                        <url-pattern>%s</url-pattern>
                      </servlet-mapping>
                    </web-app>
                    """
                    .formatted(parameters, mapping);
        }
    }

    private EmbeddedTomcat checked() {
        if (context.getState() != LifecycleState.STARTED) {
            close();
            throw new IllegalStateException("The application did not start: see the log");
        }
        return this;
    }
}
