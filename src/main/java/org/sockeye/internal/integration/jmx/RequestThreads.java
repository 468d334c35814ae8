package org.sockeye.internal.integration.jmx;

import java.lang.System.Logger.Level;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * How many request threads a container has, as its MBeans say. Of several pools the smallest counts: it is not known which one serves us. Undertow is not
 * asked: what polling clients send is read on its few I/O threads, however many workers there are.
 */
enum RequestThreads {
    /** Of a connector; -1 when it shares an executor. */
    TOMCAT("*:type=ThreadPool,name=*", "maxThreads"),
    TOMCAT_SHARED("*:type=Executor,name=*", "maxThreads"),
    JETTY("org.eclipse.jetty.util.thread:type=queuedthreadpool,*", "maxThreads");

    private static final System.Logger LOG = System.getLogger("org.sockeye.jmx");

    private final String pattern;
    private final String attribute;

    RequestThreads(String pattern, String attribute) {
        this.pattern = pattern;
        this.attribute = attribute;
    }

    static OptionalInt in(MBeanServer beans) {
        return Stream.of(values()).flatMapToInt(pool -> pool.sizes(beans)).min();
    }

    private IntStream sizes(MBeanServer beans) {
        try {
            return beans.queryNames(new ObjectName(pattern), null).stream()
                    .mapToInt(name -> size(beans, name))
                    .filter(size -> size > 0);
        } catch (JMException invalid) {
            throw new IllegalStateException(pattern, invalid);
        }
    }

    /** Zero if it cannot be said: another product may have MBeans of such names. */
    private int size(MBeanServer beans, ObjectName name) {
        try {
            return beans.getAttribute(name, attribute) instanceof Integer threads ? threads : 0;
        } catch (JMException | RuntimeException other) {
            LOG.log(Level.DEBUG, "{0} does not say how many threads it has: {1}", name, other.toString());
            return 0;
        }
    }
}
