package org.sockeye.internal.integration.jmx;

import java.lang.System.Logger.Level;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import javax.management.InstanceAlreadyExistsException;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.sockeye.internal.core.ManagedServer;
import org.sockeye.internal.core.MonitoredServer;
import org.sockeye.internal.core.NamespaceWatcher;

/**
 * The MBeans of one server: {@code org.sockeye:type=Server,application=/ctx,name=NAME}, and one for each namespace.
 *
 * <p>Clients may create namespaces, so that no more than some have an MBean; their names are quoted, as a client could put anything there.
 *
 * <p>Namespaces come and go on many threads, also while the server ends, and news of one may overtake older news. So whoever brings news only notes the
 * name; the first who does makes of each name what is true by then, and goes round again until nobody noted one meanwhile. No lock is held while the
 * MBean server is called.
 */
final class MonitoringBeans implements NamespaceWatcher {

    /** How many namespaces of one server have an MBean. */
    static final int MOST_NAMESPACES = 100;

    private static final System.Logger LOG = System.getLogger("org.sockeye.jmx");

    private final MBeanServer beans;
    private final ManagedServer server;
    private final String suffix;
    private final Queue<String> changed = new ConcurrentLinkedQueue<>();
    private final AtomicInteger signals = new AtomicInteger();
    /** By the name of the namespace; changed by whoever goes round. */
    private final Map<String, ObjectName> registered = new ConcurrentHashMap<>();
    /** Set once, before what is registered is taken away. */
    private volatile boolean ended;

    private MonitoringBeans(MBeanServer beans, ManagedServer server, String suffix) {
        this.beans = beans;
        this.server = server;
        this.suffix = suffix;
    }

    /** Shows a server from now on; what is answered ends that. */
    static Runnable show(MonitoredServer monitored, MBeanServer beans) throws JMException {
        ManagedServer server = monitored.server();
        ServerBean bean = new ServerBean(
                server.metrics(), server.config().dispatch().name().toLowerCase(Locale.ROOT));
        String application = quoted(monitored.application().isEmpty() ? "/" : monitored.application());
        String name = quoted(server.name());
        // An application of the same path on another virtual host has the same name.
        for (int instance = 1; ; instance++) {
            String more = instance == 1 ? "" : ",instance=" + instance;
            ObjectName own =
                    new ObjectName("org.sockeye:type=Server,application=" + application + ",name=" + name + more);
            try {
                beans.registerMBean(bean, own);
            } catch (InstanceAlreadyExistsException taken) {
                LOG.log(Level.DEBUG, "there is another {0}", own);
                continue;
            }
            MonitoringBeans shown =
                    new MonitoringBeans(beans, server, ",application=" + application + ",server=" + name + more);
            server.watch(shown);
            return () -> shown.end(own);
        }
    }

    private static String quoted(String value) {
        return value.matches("[\\w/.-]+") ? value : ObjectName.quote(value);
    }

    @Override
    public void changed(String name) {
        changed.add(name);
        if (signals.getAndIncrement() > 0) {
            return;
        }
        int seen = 1;
        do {
            settleAll();
        } while ((seen = signals.addAndGet(-seen)) > 0);
    }

    private void settleAll() {
        String name;
        while ((name = changed.poll()) != null) {
            if (isWanted(name)) {
                add(name);
            }
            if (!isWanted(name)) {
                remove(name);
            }
        }
    }

    private boolean isWanted(String name) {
        return !ended && server.hasNamespace(name);
    }

    private void add(String name) {
        if (registered.size() >= MOST_NAMESPACES || registered.containsKey(name)) {
            return;
        }
        try {
            ObjectName bean = new ObjectName("org.sockeye:type=Namespace" + suffix + ",name=" + quoted(name));
            beans.registerMBean(new NamespaceBean(name, server.metrics()), bean);
            registered.put(name, bean);
        } catch (JMException | RuntimeException failed) {
            LOG.log(Level.WARNING, "A namespace of server " + server.name() + " has no MBean", failed);
        }
    }

    private void remove(String name) {
        ObjectName bean = registered.remove(name);
        if (bean != null) {
            unregister(bean);
        }
    }

    private void end(ObjectName own) {
        ended = true;
        unregister(own);
        registered.keySet().forEach(this::changed);
    }

    private void unregister(ObjectName bean) {
        try {
            beans.unregisterMBean(bean);
        } catch (InstanceNotFoundException gone) {
            LOG.log(Level.DEBUG, "{0} is gone already", bean);
        } catch (JMException | RuntimeException failed) {
            LOG.log(Level.WARNING, "MBean " + bean + " stays, and keeps the application in memory", failed);
        }
    }
}
