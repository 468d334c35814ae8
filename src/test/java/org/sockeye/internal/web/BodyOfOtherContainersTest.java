package org.sockeye.internal.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.junit.jupiter.api.Test;
import org.sockeye.harness.EmbeddedTomcat;
import org.sockeye.harness.EngineClient;

/** Bodies as other containers than Tomcat hand them over. */
class BodyOfOtherContainersTest {

    @Test
    void a_body_is_read_though_it_is_finished_as_soon_as_it_has_come_as_on_Payara() {
        FilterDef definition = new FilterDef();
        definition.setFilterName("payara");
        definition.setFilter(new FinishedWhenItHasCome());
        definition.setAsyncSupported("true");
        FilterMap mapping = new FilterMap();
        mapping.setFilterName("payara");
        mapping.addURLPattern("/*");
        try (EmbeddedTomcat tomcat = EmbeddedTomcat.builder()
                .application(io -> io.onConnection(socket -> socket.emit("hello")))
                .context(context -> {
                    context.addFilterDef(definition);
                    context.addFilterMap(mapping);
                })
                .start()) {
            EngineClient client = new EngineClient(tomcat.http("/socket.io/"));
            String sid = client.open();
            HttpResponse<String> answer = client.post(sid, "40");

            assertThat(answer.body()).isEqualTo("ok");
            assertThat(client.poll(sid).body()).startsWith("40{\"sid\":");
        }
    }

    private static final class FinishedWhenItHasCome implements Filter {
        @Override
        public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            chain.doFilter(
                    new HttpServletRequestWrapper((HttpServletRequest) request) {
                        @Override
                        public ServletInputStream getInputStream() throws IOException {
                            return new FinishedStream(super.getInputStream());
                        }
                    },
                    response);
        }
    }

    private static final class FinishedStream extends ServletInputStream {
        private final ServletInputStream stream;

        FinishedStream(ServletInputStream stream) {
            this.stream = stream;
        }

        @Override
        public boolean isFinished() {
            return true;
        }

        @Override
        public boolean isReady() {
            return stream.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            stream.setReadListener(listener);
        }

        @Override
        public int read() throws IOException {
            return stream.read();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return stream.read(bytes, offset, length);
        }
    }
}
