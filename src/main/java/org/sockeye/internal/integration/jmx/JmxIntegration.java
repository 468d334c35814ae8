package org.sockeye.internal.integration.jmx;

import java.lang.management.ManagementFactory;
import java.util.OptionalInt;
import javax.management.JMException;
import org.sockeye.internal.core.Integration;
import org.sockeye.internal.core.MonitoredServer;

/** Uses the platform's MBean server. Public for the ServiceLoader. */
public final class JmxIntegration implements Integration {

    @Override
    public OptionalInt requestThreads() {
        return RequestThreads.in(ManagementFactory.getPlatformMBeanServer());
    }

    @Override
    public Runnable started(MonitoredServer server) {
        if (!server.server().config().jmx()) {
            return () -> {};
        }
        try {
            return MonitoringBeans.show(server, ManagementFactory.getPlatformMBeanServer());
        } catch (JMException failed) {
            throw new IllegalStateException("No MBeans (setting \"jmx\" switches them off)", failed);
        }
    }
}
