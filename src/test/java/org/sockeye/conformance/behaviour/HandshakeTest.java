package org.sockeye.conformance.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sockeye.ConnectionRefusedException;
import org.sockeye.Transport;
import org.sockeye.harness.RawConnection;

/** What is about HTTP alone. */
class HandshakeTest extends Behaviour {

    private static final String QUERY = "EIO=4&transport=polling";

    HandshakeTest() {
        super(Transport.POLLING);
    }

    private void startWithCors() {
        start(
                "corsOrigins",
                "http://localhost:54023",
                "corsMethods",
                "GET,POST",
                "corsAllowedHeaders",
                "content-type",
                "corsCredentials",
                "true");
    }

    @Test
    void a_preflight_of_a_page_that_may_is_answered_with_what_it_may() {
        startWithCors();
        try (RawConnection connection = new RawConnection(tomcat().port())) {
            connection.request(
                    "OPTIONS /socket.io/?" + QUERY + " HTTP/1.1", "Host: localhost", "Origin: http://localhost:54023");
            assertThat(connection.head())
                    .startsWith("HTTP/1.1 204 ")
                    .containsIgnoringCase("access-control-allow-origin: http://localhost:54023\r\n")
                    .containsIgnoringCase("access-control-allow-methods: GET,POST\r\n")
                    .containsIgnoringCase("access-control-allow-headers: content-type\r\n")
                    .containsIgnoringCase("access-control-allow-credentials: true\r\n");
        }
    }

    @Test
    void a_request_of_a_page_that_may_is_answered_that_it_may() {
        startWithCors();
        try (RawConnection connection = new RawConnection(tomcat().port())) {
            connection.request(
                    "GET /socket.io/?" + QUERY + " HTTP/1.1", "Host: localhost", "Origin: http://localhost:54023");
            assertThat(connection.head())
                    .startsWith("HTTP/1.1 200 ")
                    .containsIgnoringCase("access-control-allow-origin: http://localhost:54023\r\n")
                    .containsIgnoringCase("access-control-allow-credentials: true\r\n");
        }
    }

    @Test
    void a_request_that_the_application_lets_pass_is_answered() {
        start().engine().allowRequest(request -> {});
        assertThat(engine().get(QUERY).statusCode()).isEqualTo(200);
    }

    @Test
    void a_request_that_the_application_does_not_let_pass_is_refused() {
        start().engine().allowRequest(request -> {
            throw new ConnectionRefusedException("no");
        });
        assertThat(engine().get(QUERY).statusCode()).isEqualTo(403);
    }
}
