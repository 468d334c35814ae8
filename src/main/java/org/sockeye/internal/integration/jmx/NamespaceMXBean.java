package org.sockeye.internal.integration.jmx;

/** One namespace, as JMX shows it. Public for JMX. */
public interface NamespaceMXBean {

    /** The name, as the client or the application chose it. */
    String getName();

    /** How many sockets are connected. */
    int getSockets();
}
