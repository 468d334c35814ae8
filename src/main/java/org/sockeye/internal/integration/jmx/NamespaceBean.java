package org.sockeye.internal.integration.jmx;

import org.sockeye.ServerMetrics;

/** Shows one namespace. */
record NamespaceBean(String name, ServerMetrics metrics) implements NamespaceMXBean {

    @Override
    public String getName() {
        return name;
    }

    @Override
    public int getSockets() {
        return metrics.sockets(name);
    }
}
