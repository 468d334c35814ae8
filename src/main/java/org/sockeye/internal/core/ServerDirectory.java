package org.sockeye.internal.core;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * The servers of one web application by name: where the web layer and the CDI extension, which do not know each other and run
 * in an order that differs between containers, meet at the same objects.
 */
public final class ServerDirectory {

    /** Guarded by itself. The values refer to application classes, so weak keys alone do not end an entry: {@link #forget} does. */
    private static final Map<ClassLoader, ServerDirectory> DIRECTORIES = new WeakHashMap<>();

    private final ClassLoader application;
    /** Guarded by this. */
    private final Map<String, ManagedServer> servers = new HashMap<>();
    /** Guarded by this. */
    private ApplicationEvents events = ApplicationEvents.NONE;

    private ServerDirectory(ClassLoader application) {
        this.application = application;
    }

    /** The directory of the web application with this class loader, made if need be. */
    public static ServerDirectory of(ClassLoader application) {
        synchronized (DIRECTORIES) {
            return DIRECTORIES.computeIfAbsent(application, ServerDirectory::new);
        }
    }

    /** Closes all servers of a web application and lets go of them. Idempotent. */
    public static void forget(ClassLoader application) {
        ServerDirectory directory;
        synchronized (DIRECTORIES) {
            directory = DIRECTORIES.remove(application);
        }
        if (directory != null) {
            directory.servers().forEach(ManagedServer::close);
        }
    }

    /** The server of this name, made if need be; the first server's name is empty. */
    public synchronized ManagedServer server(String name) {
        return servers.computeIfAbsent(name, key -> new CoreServer(key, application, local -> () -> local));
    }

    /** The servers that exist now. A copy. */
    public synchronized List<ManagedServer> servers() {
        return new ArrayList<>(servers.values());
    }

    /** The application's beans; {@link ApplicationEvents#NONE} until {@link #events(ApplicationEvents)} is called. */
    public synchronized ApplicationEvents events() {
        return events;
    }

    /** Sets what the servers of this application tell their events to; called by the CDI extension before they start. */
    public synchronized void events(ApplicationEvents beans) {
        this.events = beans;
    }
}
