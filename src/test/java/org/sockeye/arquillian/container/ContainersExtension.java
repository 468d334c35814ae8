package org.sockeye.arquillian.container;

import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.core.spi.LoadableExtension;

/** What Arquillian and its adapters lack for the container that the build names. Arquillian looks for it by name. */
public class ContainersExtension implements LoadableExtension {

    @Override
    public void register(ExtensionBuilder builder) {
        switch (System.getProperty("arquillian.launch", "")) {
            case "tomee" -> builder.service(DeployableContainer.class, TomeeContainer.class);
            case "wildfly" -> builder.observer(WildflyUsers.class);
            default -> {}
        }
    }
}
