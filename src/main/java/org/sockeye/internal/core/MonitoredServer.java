package org.sockeye.internal.core;

/**
 * A server that runs, as an {@link Integration} sees it.
 *
 * @param application the context path of its web application, empty for the root
 * @param beans where the application's beans are found
 */
public record MonitoredServer(String application, ManagedServer server, BeanFinder beans) {}
