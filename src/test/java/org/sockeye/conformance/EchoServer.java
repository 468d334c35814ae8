package org.sockeye.conformance;

import java.util.Map;
import java.util.Set;
import org.apache.catalina.core.StandardContext;
import org.sockeye.SocketIoConfig;
import org.sockeye.harness.EmbeddedTomcat;
import org.sockeye.harness.EngineClient;
import org.sockeye.internal.web.EngineEcho;

/** An Engine.IO server on an embedded Tomcat, that sends every message back: what the protocols' official suites expect. */
final class EchoServer implements AutoCloseable {

    private static final String OUR_INITIALIZER = "|org\\.sockeye\\..*";

    private final EmbeddedTomcat tomcat;

    private EchoServer(EmbeddedTomcat tomcat) {
        this.tomcat = tomcat;
    }

    /** Starts one with some settings that are not the default. */
    static EchoServer start(Map<String, String> settings) {
        SocketIoConfig.Builder config = SocketIoConfig.builder().set("path", "/engine.io");
        settings.forEach(config::set);
        SocketIoConfig built = config.build();
        return new EchoServer(EmbeddedTomcat.builder()
                .context(context -> install(context, built))
                .start());
    }

    private static void install(StandardContext context, SocketIoConfig config) {
        context.setContainerSciFilter(context.getContainerSciFilter() + OUR_INITIALIZER);
        context.addServletContainerInitializer(
                (classes, servlets) -> EngineEcho.install(servlets, "/engine.io/*", config), Set.of());
    }

    EngineClient client() {
        return new EngineClient(tomcat.http("/engine.io/"));
    }

    int port() {
        return tomcat.port();
    }

    @Override
    public void close() {
        tomcat.close();
    }
}
