package org.sockeye.conformance;

import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.scan.StandardJarScanner;
import org.jspecify.annotations.Nullable;
import org.sockeye.SocketIoConfig;
import org.sockeye.SocketIoServer;
import org.sockeye.internal.web.EngineEcho;
import org.sockeye.internal.web.SocketIoServlet;

/**
 * Serves what the official suites of engine.io-protocol and socket.io-protocol expect, on the loopback addresses of both kinds, until it is
 * stopped: {@code mvn -q -Pconformance -Dport=3000}; with {@code -DallowEIO3=true} also the third revision of Engine.IO.
 *
 * <p>At {@code /engine.io/} every message is sent back as it came; at {@code /socket.io/} is the application of the protocol's README.
 */
public final class ConformanceServer {

    private static final String FOREIGN_INITIALIZERS = "org\\.jboss\\.weld\\..*|org\\.apache\\.webbeans\\..*";
    private static final String OUR_INITIALIZER = "|org\\.sockeye\\..*";

    /** Kept, because the logging of the JDK forgets the level of a logger that nobody holds. */
    private static final Logger CONTAINER_LOG = Logger.getLogger("org.apache");

    private ConformanceServer() {}

    /** Takes the port, and whether old clients may connect, and runs until the process is stopped. */
    public static void main(String[] arguments) throws Exception {
        CONTAINER_LOG.setLevel(Level.WARNING);
        int port = Integer.parseInt(arguments[0]);
        start(port, settings(arguments[1]), "127.0.0.1", "::1");
        CONTAINER_LOG.log(Level.WARNING, "The conformance server is at http://localhost:{0}/", String.valueOf(port));
        Thread.currentThread().join();
    }

    /** Starts a server at some addresses; the one who calls stops it. */
    static Tomcat start(int port, Map<String, String> settings, String... addresses)
            throws IOException, LifecycleException {
        Path folder = Files.createTempDirectory("sockeye-conformance");
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(folder.toString());
        tomcat.setAddDefaultWebXmlToWebapp(false); // it wants JSP
        for (String address : addresses) {
            tomcat.getService().addConnector(connector(port, address));
        }
        addSocketIo(application(tomcat, folder, ""), settings);
        addEngineIo(application(tomcat, folder, "/engine.io"), settings);
        tomcat.start();
        return tomcat;
    }

    private static Connector connector(int port, String address) {
        Connector connector = new Connector();
        connector.setPort(port);
        connector.setProperty("address", address);
        return connector;
    }

    private static StandardContext application(Tomcat tomcat, Path folder, String path) throws IOException {
        Path files = Files.createDirectories(folder.resolve("application" + path.replace('/', '-')));
        StandardContext context = (StandardContext) tomcat.addWebapp(path, files.toString());
        context.setParentClassLoader(ConformanceServer.class.getClassLoader());
        ((StandardJarScanner) context.getJarScanner()).setScanClassPath(false);
        return context;
    }

    private static void addSocketIo(StandardContext context, Map<String, String> settings) {
        context.setContainerSciFilter(FOREIGN_INITIALIZERS + OUR_INITIALIZER);
        context.addServletContainerInitializer(new SocketIo(settings), Set.of());
    }

    private static void addEngineIo(StandardContext context, Map<String, String> settings) {
        context.setContainerSciFilter(FOREIGN_INITIALIZERS + OUR_INITIALIZER);
        context.addServletContainerInitializer(
                (classes, servletContext) -> EngineEcho.install(servletContext, "/*", config(settings)), Set.of());
    }

    /** What the official suites expect. */
    static Map<String, String> settings(String allowEIO3) {
        return Map.of(
                "pingInterval", "300",
                "pingTimeout", "200",
                "maxPayload", "1000000",
                "connectTimeout", "1000",
                "corsOrigins", "*",
                "allowEIO3", allowEIO3);
    }

    private static SocketIoConfig config(Map<String, String> settings) {
        SocketIoConfig.Builder config = SocketIoConfig.builder();
        settings.forEach(config::set);
        return config.build();
    }

    /** Declares the servlet with its settings, as web.xml would, and runs our initializer after that. */
    private record SocketIo(Map<String, String> settings) implements ServletContainerInitializer {
        @Override
        public void onStartup(@Nullable Set<Class<?>> classes, ServletContext context) {
            ServletRegistration.Dynamic servlet = context.addServlet("socket.io", SocketIoServlet.class);
            servlet.addMapping("/socket.io/*");
            servlet.setAsyncSupported(true);
            servlet.setInitParameters(settings);
            new org.sockeye.internal.web.SocketIoInitializer().onStartup(classes, context);
            ReferenceApplication.install((SocketIoServer) context.getAttribute(SocketIoServer.class.getName()));
        }
    }
}
