package org.sockeye.arquillian.container;

import org.jboss.arquillian.container.spi.ConfigurationException;
import org.jboss.arquillian.container.spi.client.container.ContainerConfiguration;

/** What arquillian.xml says of TomEE. */
public class TomeeConfiguration implements ContainerConfiguration {

    /** Set once, before the container is. */
    private int httpPort;

    /** Set once, before the container is. */
    private String folder = "";

    public int getHttpPort() {
        return httpPort;
    }

    public void setHttpPort(int httpPort) {
        this.httpPort = httpPort;
    }

    public String getFolder() {
        return folder;
    }

    /** Where the libraries of the server are, and where it may write. */
    public void setFolder(String folder) {
        this.folder = folder;
    }

    @Override
    public void validate() {
        if (httpPort == 0 || folder.isEmpty()) {
            throw new ConfigurationException("TomEE needs httpPort and folder");
        }
    }
}
