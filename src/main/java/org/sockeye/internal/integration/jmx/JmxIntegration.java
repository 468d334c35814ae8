package org.sockeye.internal.integration.jmx;

import java.lang.management.ManagementFactory;
import java.util.OptionalInt;
import org.sockeye.internal.core.Integration;

/** Uses the platform's MBean server. Public for the ServiceLoader. */
public final class JmxIntegration implements Integration {

    @Override
    public OptionalInt requestThreads() {
        return RequestThreads.in(ManagementFactory.getPlatformMBeanServer());
    }
}
