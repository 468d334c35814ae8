package org.sockeye.internal.core;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;
import org.sockeye.ConfigurationException;

/**
 * The servers of one web application by name: where the web layer and the CDI extension, which do not know each other and run
 * in an order that differs between containers, meet at the same objects.
 *
 * <p>Only the web layer knows which servers there are. A bean may want one before that: it is made then, and {@link #declare} finds it. Whether
 * everything that beans want is there is checked before the servers start ({@link #checkRequired}).
 */
public final class ServerDirectory {

    /** Guarded by itself. The values refer to application classes, so weak keys alone do not end an entry: {@link #forget} does. */
    private static final Map<ClassLoader, ServerDirectory> DIRECTORIES = new WeakHashMap<>();

    /** Stands for the only or the default server, where a name may stand. */
    private static final String DEFAULT = "";

    private static final String EARLY_BEAN = "a bean that was made before the servlets of the application were known";

    private record Wish(String server, String whose) {}

    private final ClassLoader application;
    /** Guarded by this. */
    private final Map<String, CoreServer> servers = new TreeMap<>();
    /** Guarded by this. */
    private final List<Wish> wishes = new ArrayList<>();
    /** Guarded by this. Whether the web layer has told which servers there are. */
    private boolean isDeclared;
    /** Guarded by this. */
    private BeanFinder beans = BeanFinder.NONE;
    /** Guarded by this. */
    private ApplicationEvents events = ApplicationEvents.NONE;
    /** Guarded by this. */
    private ProducedSettings settings = ProducedSettings.NONE;

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

    /**
     * The server of this name; an empty name means the only or the default one. Before the servers are declared it is made if need be.
     *
     * @throws ConfigurationException if the servers are declared, and there is none of this name, or no default
     */
    public synchronized ManagedServer server(String name) {
        if (isDeclared) {
            CoreServer found = find(name);
            if (found == null) {
                throw new ConfigurationException(missing(name));
            }
            return found;
        }
        return servers.computeIfAbsent(name, this::create);
    }

    private @Nullable CoreServer find(String name) {
        if (!name.equals(DEFAULT)) {
            return servers.get(name);
        }
        return servers.values().stream()
                .filter(CoreServer::isDefault)
                .findFirst()
                .orElse(null);
    }

    private CoreServer create(String name) {
        return new CoreServer(name, application, local -> () -> local);
    }

    /**
     * Tells, once, which servers there are: those that were asked for before, and new ones.
     *
     * @param standard the name of the only or the default one; {@code null} if there are several and none is the default
     * @throws ConfigurationException if one was asked for before both by its name and as the default
     */
    public synchronized void declare(Collection<String> names, @Nullable String standard) {
        Map<String, CoreServer> early = new TreeMap<>(servers);
        servers.clear();
        names.forEach(name -> servers.put(name, adopt(name, name.equals(standard), early)));
        early.keySet().forEach(name -> require(name, EARLY_BEAN));
        isDeclared = true;
    }

    private CoreServer adopt(String name, boolean isDefault, Map<String, CoreServer> known) {
        CoreServer named = known.remove(name);
        CoreServer unnamed = isDefault ? known.remove(DEFAULT) : null;
        if (named != null && unnamed != null) {
            throw new ConfigurationException(
                    "Server \"" + name + "\" was asked for by its name and as the default server, both by " + EARLY_BEAN
                            + "; let all beans that start so early ask in the same way");
        }
        CoreServer early = named == null ? unnamed : named;
        CoreServer server = early == null ? create(name) : early;
        server.named(name, isDefault);
        return server;
    }

    /**
     * Says that something of the application cannot be without a server: {@link #checkRequired} stops the deployment if it is not there.
     *
     * @param name the server's name; empty for the only or the default one
     * @param whose who needs it, in words, for the message
     */
    public synchronized void require(String name, String whose) {
        wishes.add(new Wish(name, whose));
    }

    /**
     * Checks, once the servers are declared, that each that is required is there.
     *
     * @throws ConfigurationException if one is not; the message says who needs it, and which servers there are
     */
    public synchronized void checkRequired() {
        for (Wish wish : wishes) {
            if (find(wish.server()) == null) {
                throw new ConfigurationException(missing(wish.server()) + ". It is needed by " + wish.whose());
            }
        }
    }

    private String missing(String name) {
        String known = String.join(", ", servers.keySet());
        return name.equals(DEFAULT)
                ? "The application has several Socket.IO servers (" + known
                        + "), and none is the default; name one, or set"
                        + " \"defaultServer\" to true in the servlet of one"
                : "The application has no Socket.IO server \"" + name
                        + "\"; there are, by the names of their servlets: " + known;
    }

    /** The servers that exist now, in the order of their names. A copy. */
    public synchronized List<ManagedServer> servers() {
        return new ArrayList<>(servers.values());
    }

    /** Finds other beans of the application; {@link BeanFinder#NONE} until {@link #beans(BeanFinder)} is called. */
    public synchronized BeanFinder beans() {
        return beans;
    }

    /** Sets what finds other beans; called by the CDI extension before servers start. */
    public synchronized void beans(BeanFinder finder) {
        this.beans = finder;
    }

    /** The application's beans; {@link ApplicationEvents#NONE} until {@link #events(ApplicationEvents)} is called. */
    public synchronized ApplicationEvents events() {
        return events;
    }

    /** Sets what the servers of this application tell their events to; called by the CDI extension before they start. */
    public synchronized void events(ApplicationEvents beans) {
        this.events = beans;
    }

    /** What beans set; {@link ProducedSettings#NONE} until {@link #settings(ProducedSettings)} is called. */
    public synchronized ProducedSettings settings() {
        return settings;
    }

    /** Sets where the settings that beans produce come from; called by the CDI extension before the servers start. */
    public synchronized void settings(ProducedSettings beans) {
        this.settings = beans;
    }
}
