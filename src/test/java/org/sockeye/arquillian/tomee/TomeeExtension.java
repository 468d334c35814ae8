package org.sockeye.arquillian.tomee;

import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.core.spi.LoadableExtension;

/** Makes TomEE the container where the build says so. Arquillian looks for it by name. */
public class TomeeExtension implements LoadableExtension {

    @Override
    public void register(ExtensionBuilder builder) {
        if ("tomee".equals(System.getProperty("arquillian.launch"))) {
            builder.service(DeployableContainer.class, TomeeContainer.class);
        }
    }
}
