package org.sockeye.internal.integration.jmx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import javax.management.StandardMBean;
import org.junit.jupiter.api.Test;

class RequestThreadsTest {

    private final MBeanServer beans = MBeanServerFactory.newMBeanServer();

    /** As Tomcat's and Jetty's. */
    public interface Pool {
        int getmaxThreads();
    }

    /** As Undertow's. */
    public interface Workers {
        int getMaxWorkerPoolSize();
    }

    private void pool(String name, int threads) throws JMException {
        beans.registerMBean(new StandardMBean((Pool) () -> threads, Pool.class), new ObjectName(name));
    }

    @Test
    void nothing_is_known_of_a_container_that_says_nothing() {
        assertThat(RequestThreads.in(beans)).isEmpty();
    }

    @Test
    void Tomcat_says_it_of_each_connector_and_the_smallest_counts() throws JMException {
        pool("Catalina:type=ThreadPool,name=\"http-nio-8080\"", 200);
        pool("Catalina:type=ThreadPool,name=\"http-nio-8443\"", 25);
        assertThat(RequestThreads.in(beans)).isEqualTo(OptionalInt.of(25));
    }

    @Test
    void of_a_connector_with_a_shared_executor_the_executor_counts() throws JMException {
        pool("Catalina:type=ThreadPool,name=\"http-nio-8080\"", -1);
        pool("Catalina:type=Executor,name=shared", 12);
        assertThat(RequestThreads.in(beans)).isEqualTo(OptionalInt.of(12));
    }

    @Test
    void Jetty_says_it_of_its_pool() throws JMException {
        pool("org.eclipse.jetty.util.thread:type=queuedthreadpool,id=0", 40);
        assertThat(RequestThreads.in(beans)).isEqualTo(OptionalInt.of(40));
    }

    @Test
    void Undertows_workers_are_not_those_that_read_what_clients_send() throws JMException {
        beans.registerMBean(
                new StandardMBean((Workers) () -> 32, Workers.class),
                new ObjectName("org.xnio:type=Xnio,provider=\"nio\",worker=\"default\""));
        assertThat(RequestThreads.in(beans)).isEmpty();
    }

    @Test
    void a_bean_of_another_product_with_such_a_name_is_passed_over() throws JMException {
        beans.registerMBean(
                new StandardMBean((Workers) () -> 32, Workers.class), new ObjectName("other:type=ThreadPool,name=a"));
        assertThat(RequestThreads.in(beans)).isEmpty();
    }
}
