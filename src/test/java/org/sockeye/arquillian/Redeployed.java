package org.sockeye.arquillian;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import javax.management.JMException;
import javax.management.ObjectName;
import org.sockeye.Acknowledgement;
import org.sockeye.cdi.On;

/**
 * An application that is deployed again and again, and knows what is left of those before it. They remember themselves, weakly, in the one place that
 * belongs to none of them.
 */
@ApplicationScoped
public class Redeployed {

    private static final String KEY = "org.sockeye.redeployments";
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final ClassLoader own = Redeployed.class.getClassLoader();

    void started(@Observes @Initialized(ApplicationScoped.class) Object event) {
        deployments().add(new WeakReference<>(own));
    }

    @SuppressWarnings("unchecked") // whoever is first puts it there
    private static Collection<WeakReference<ClassLoader>> deployments() {
        return (Collection<WeakReference<ClassLoader>>)
                System.getProperties().computeIfAbsent(KEY, key -> new ConcurrentLinkedQueue<>());
    }

    void asked(@Observes @On("echo") String text, Acknowledgement ack) {
        ack.answer(text);
    }

    /** Answers how many were deployed before, how many of their class loaders are reachable, and which threads and MBeans there are. */
    void audited(@Observes @On("what is left") String nothing, Acknowledgement ack) throws JMException {
        ack.answer(deployments().size() - 1, classLoaders(), threads(), servers());
    }

    /** Of the others: collected as often as it helps, for a while. */
    private long classLoaders() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        long left;
        do {
            System.gc();
            left = deployments().stream()
                    .map(WeakReference::get)
                    .filter(loader -> loader != null && loader != own)
                    .count();
        } while (left > 0 && System.nanoTime() - end < 0);
        return left;
    }

    /** Ours, but not this application's. */
    private List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("sockeye-"))
                .filter(thread -> thread.getContextClassLoader() != own)
                .map(Thread::getName)
                .toList();
    }

    /** Which servers there are MBeans of. */
    private static String servers() throws JMException {
        return ManagementFactory.getPlatformMBeanServer()
                .queryNames(new ObjectName("org.sockeye:type=Server,application=/redeployed,*"), null)
                .stream()
                .map(ObjectName::getCanonicalName)
                .sorted()
                .collect(Collectors.joining(" "));
    }
}
