package org.sockeye.benchmarks.server;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.scan.StandardJarScanner;

/**
 * A Tomcat on a free port of 127.0.0.1 with one application, in a process of its own. Prints the port when it serves, and
 * ends with its standard input.
 */
public final class BenchServer {

    /** Kept, because the logging of the JDK forgets the level of a logger that nobody holds. */
    private static final Logger LOG = Logger.getLogger("org");

    private BenchServer() {}

    /** Takes the name of a {@link Contender}. */
    public static void main(String[] arguments) {
        LOG.setLevel(Level.WARNING);
        int status = 1;
        try {
            serve(Contender.valueOf(arguments[0]));
            status = 0;
        } catch (IOException | LifecycleException failed) {
            throw new IllegalStateException(failed);
        } finally {
            System.exit(status);
        }
    }

    private static void serve(Contender contender) throws IOException, LifecycleException {
        Tomcat tomcat = start(contender);
        System.out.println(tomcat.getConnector().getLocalPort());
        System.in.transferTo(OutputStream.nullOutputStream());
    }

    private static Tomcat start(Contender contender) throws IOException, LifecycleException {
        Path folder = Files.createTempDirectory("sockeye-benchmark");
        folder.toFile().deleteOnExit();
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(folder.toString());
        tomcat.setAddDefaultWebXmlToWebapp(false); // it wants JSP
        tomcat.setConnector(connector());
        StandardContext context = (StandardContext) tomcat.addWebapp("", folder.toString());
        context.setParentClassLoader(BenchServer.class.getClassLoader());
        ((StandardJarScanner) context.getJarScanner()).setScanClassPath(false);
        if (contender != Contender.SOCKEYE) {
            context.setContainerSciFilter("org\\.sockeye\\..*");
        }
        context.addServletContainerInitializer(contender.initializer(), Set.of());
        tomcat.start();
        if (!context.getState().isAvailable()) {
            throw new IllegalStateException("The application did not start: see the log");
        }
        return tomcat;
    }

    /** Connections stay open however many requests they carry, so that no contender pays for new ones. */
    private static Connector connector() {
        Connector connector = new Connector();
        connector.setPort(0);
        connector.setProperty("address", "127.0.0.1");
        connector.setProperty("maxKeepAliveRequests", "-1");
        return connector;
    }
}
