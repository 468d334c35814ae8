package org.sockeye.internal.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.catalina.core.StandardContext;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.junit.jupiter.api.Test;
import org.sockeye.Socket;
import org.sockeye.harness.EmbeddedTomcat;
import org.sockeye.harness.EngineClient;
import org.sockeye.harness.RawConnection;

/** What an application's thread is not made to do. */
class EmittingThreadTest {

    private final Set<Thread> serving = ConcurrentHashMap.newKeySet();
    private final CountDownLatch held = new CountDownLatch(1);

    @Test
    void a_thread_that_answers_a_held_poll_does_not_serve_the_request_that_follows_on_its_connection()
            throws Exception {
        LinkedBlockingQueue<Socket> connected = new LinkedBlockingQueue<>();
        try (EmbeddedTomcat tomcat = EmbeddedTomcat.builder()
                        .application(io -> io.onConnection(connected::add))
                        .context(this::filter)
                        .start();
                RawConnection connection = new RawConnection(tomcat.port())) {
            EngineClient client = new EngineClient(tomcat.http("/socket.io/"));
            String sid = client.connect();
            String url = "/socket.io/?EIO=4&transport=polling";
            connection.request("GET " + url + "&sid=" + sid + " HTTP/1.1", "Host: a", "X-Held: yes");
            connection.request("GET " + url + " HTTP/1.1", "Host: a");
            assertThat(held.await(10, TimeUnit.SECONDS)).isTrue();
            connected.take().emit("hello");
            assertThat(connection.head()).startsWith("HTTP/1.1 200");
            assertThat(connection.read("42[\"hello\"]".length())).isEqualTo("42[\"hello\"]");
            assertThat(connection.head()).startsWith("HTTP/1.1 200");
            assertThat(serving).isNotEmpty().doesNotContain(Thread.currentThread());
        }
    }

    private void filter(StandardContext context) {
        FilterDef definition = new FilterDef();
        definition.setFilterName("threads");
        definition.setFilter(new Threads());
        definition.setAsyncSupported("true");
        context.addFilterDef(definition);
        FilterMap mapping = new FilterMap();
        mapping.setFilterName("threads");
        mapping.addURLPattern("/*");
        context.addFilterMap(mapping);
    }

    private final class Threads implements Filter {

        @Override
        public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            serving.add(Thread.currentThread());
            chain.doFilter(request, response);
            if (((HttpServletRequest) request).getHeader("X-Held") != null) {
                held.countDown();
            }
        }
    }
}
