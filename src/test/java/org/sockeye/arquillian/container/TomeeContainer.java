package org.sockeye.arquillian.container;

import java.io.File;
import java.nio.file.Path;
import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.container.spi.client.container.DeploymentException;
import org.jboss.arquillian.container.spi.client.container.LifecycleException;
import org.jboss.arquillian.container.spi.client.protocol.ProtocolDescription;
import org.jboss.arquillian.container.spi.client.protocol.metadata.HTTPContext;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.arquillian.container.spi.client.protocol.metadata.Servlet;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;

/** Deploys WARs on a {@link TomeeProcess}. Arquillian calls it from one thread. */
public class TomeeContainer implements DeployableContainer<TomeeConfiguration> {

    @SuppressWarnings("NullAway.Init") // set up before anything else
    private TomeeConfiguration configuration;

    @SuppressWarnings("NullAway.Init") // started before anything is deployed
    private TomeeProcess server;

    @Override
    public Class<TomeeConfiguration> getConfigurationClass() {
        return TomeeConfiguration.class;
    }

    @Override
    public ProtocolDescription getDefaultProtocol() {
        return new ProtocolDescription("Servlet 5.0");
    }

    @Override
    public void setup(TomeeConfiguration given) {
        this.configuration = given;
    }

    @Override
    public void start() throws LifecycleException {
        server = TomeeProcess.start(configuration.getHttpPort(), Path.of(configuration.getFolder()));
    }

    @Override
    public void stop() throws LifecycleException {
        server.stop();
    }

    @Override
    public ProtocolMetaData deploy(Archive<?> archive) throws DeploymentException {
        File war = server.folder().resolve(archive.getName()).toFile();
        archive.as(ZipExporter.class).exportTo(war, true);
        server.obey("deploy " + war);
        HTTPContext context = new HTTPContext("127.0.0.1", configuration.getHttpPort());
        context.add(new Servlet("default", "/" + name(archive)));
        return new ProtocolMetaData().addContext(context);
    }

    @Override
    public void undeploy(Archive<?> archive) throws DeploymentException {
        server.obey("undeploy " + name(archive));
    }

    private static String name(Archive<?> archive) {
        return archive.getName().replace(".war", "");
    }
}
