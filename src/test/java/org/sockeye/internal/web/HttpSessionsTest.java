package org.sockeye.internal.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.sockeye.HandshakeRequest;
import org.sockeye.internal.engine.Connection;
import org.sockeye.internal.engine.SessionListener;

/** What is remembered of HTTP sessions that are over, for clients that come with one of them all the same; by a container that says they are still valid. */
class HttpSessionsTest {

    private final Map<String, Object> attributes = new ConcurrentHashMap<>();
    private final ServletContext context =
            fake(ServletContext.class, (proxy, method, arguments) -> switch (method.getName()) {
                case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
                case "getAttribute" -> attributes.get(arguments[0]);
                default -> null;
            });

    private static <T> T fake(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(HttpSessionsTest.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private HttpSession session(int number) {
        return fake(HttpSession.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "getId" -> "session" + number;
            case "getServletContext" -> context;
            case "getCreationTime" -> 1L;
            default -> throw new AssertionError(method.getName());
        });
    }

    private HttpSessions sessions() {
        HttpSessions.listenIn(context);
        return HttpSessions.in(context);
    }

    /** Whether a client that comes with this session is closed at once. */
    private boolean isClosedWith(HttpSession session) {
        AtomicBoolean closed = new AtomicBoolean();
        HandshakeRequest request = fake(HandshakeRequest.class, (proxy, method, arguments) -> Optional.of(session));
        Connection connection = fake(Connection.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "request" -> request;
            case "close" -> closed.getAndSet(true);
            default -> throw new AssertionError(method.getName());
        });
        SessionListener listener = fake(SessionListener.class, (proxy, method, arguments) -> null);
        assertThat(HttpSessions.following(opened -> listener).opened(connection))
                .isNotSameAs(listener);
        return closed.get();
    }

    @Test
    void are_ten_thousand_and_the_oldest_are_forgotten() {
        HttpSessions sessions = sessions();
        for (int number = 0; number <= 10_000; number++) {
            sessions.sessionDestroyed(new HttpSessionEvent(session(number)));
        }
        assertThat(isClosedWith(session(0))).isFalse();
        assertThat(isClosedWith(session(1))).isTrue();
        assertThat(isClosedWith(session(10_000))).isTrue();
        assertThat(sessions.count()).as("only the one that stays").isEqualTo(1);
    }

    @Test
    void are_forgotten_when_another_one_begins_with_the_same_id() {
        HttpSessions sessions = sessions();
        sessions.sessionDestroyed(new HttpSessionEvent(session(1)));
        assertThat(isClosedWith(session(1))).isTrue();
        sessions.sessionCreated(new HttpSessionEvent(session(1)));
        assertThat(isClosedWith(session(1))).isFalse();
    }

    @Test
    void a_session_whose_id_has_changed_ends_by_its_last_one() {
        HttpSessions sessions = sessions();
        sessions.sessionIdChanged(new HttpSessionEvent(session(2)), "session1");
        sessions.sessionIdChanged(new HttpSessionEvent(session(3)), "session2");
        assertThat(isClosedWith(session(1))).isFalse();
        sessions.sessionDestroyed(new HttpSessionEvent(session(3)));
        assertThat(sessions.count()).isZero();
        assertThat(isClosedWith(session(1))).isTrue();
    }
}
