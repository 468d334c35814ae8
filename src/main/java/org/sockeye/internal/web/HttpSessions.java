package org.sockeye.internal.web;

import static org.sockeye.internal.web.Log.LOG;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionIdListener;
import jakarta.servlet.http.HttpSessionListener;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sockeye.internal.engine.CloseReason;
import org.sockeye.internal.engine.Connection;
import org.sockeye.internal.engine.SessionListener;

/**
 * Which clients came with which HTTP session of the application: when that ends, by logout or by itself, so do they. None is made for them; one that the
 * container makes while it upgrades a request (Open Liberty does) is none that the client came with.
 *
 * <p>A handshake may run while its session ends. While the container tells its listeners of the end, the session still passes for valid on some; once it has
 * told us, nobody tells us again. So the ids of sessions that have ended are remembered: a client is tied to its session first, and then it is looked at
 * what became of the session, by the id and by asking it. The same holds for a session whose id changes, as at every login. As an id may be used
 * again, a new session is not what another one with its id was. Whatever is remembered is bounded; by the time it is forgotten, the session itself says that it
 * is not valid.
 *
 * <p>No lock is held while a client is closed.
 */
final class HttpSessions implements HttpSessionListener, HttpSessionIdListener {

    private static final String KEY = HttpSessions.class.getName();
    private static final String ENDED = "";
    private static final int MOST_FATES = 10_000;

    /** By the id that the session has now. Guarded by this. */
    private final Map<String, Set<Tied>> clients = new HashMap<>();

    /** What became of a session with this id: the id that it has now, or {@link #ENDED}. The oldest first. Guarded by this. */
    private final Map<String, String> fates = new LinkedHashMap<>();

    private HttpSessions() {}

    /** Has the container tell of the sessions of an application, while it starts. */
    static void listenIn(ServletContext context) {
        HttpSessions sessions = new HttpSessions();
        context.setAttribute(KEY, sessions);
        context.addListener(sessions);
    }

    static HttpSessions in(ServletContext context) {
        return (HttpSessions) Objects.requireNonNull(context.getAttribute(KEY));
    }

    /** Has each client that comes with an HTTP session end with that. Others are not touched. */
    static SessionListener.Factory following(SessionListener.Factory listeners) {
        return connection -> {
            SessionListener listener = listeners.opened(connection);
            Optional<HttpSession> session = connection.request().unwrap(HttpSession.class);
            return session.isPresent() ? tie(session.get(), connection, listener) : listener;
        };
    }

    private static SessionListener tie(HttpSession session, Connection connection, SessionListener listener) {
        HttpSessions all = in(session.getServletContext());
        Tied client = all.new Tied(connection, listener);
        if (!all.join(session.getId(), client) || !isValid(session)) {
            all.leave(client);
            client.end();
        }
        return client;
    }

    /** Whether a session has not ended. */
    static boolean isValid(HttpSession session) {
        try {
            session.getCreationTime();
            return true;
        } catch (IllegalStateException ended) {
            LOG.log(Level.DEBUG, "the HTTP session of a client has ended", ended);
            return false;
        }
    }

    @Override
    public void sessionCreated(HttpSessionEvent event) {
        begin(event.getSession().getId());
    }

    @Override
    public void sessionIdChanged(HttpSessionEvent event, String before) {
        rename(before, event.getSession().getId());
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        Set<Tied> ended = take(event.getSession().getId());
        if (!ended.isEmpty()) {
            LOG.log(Level.DEBUG, "an HTTP session has ended, and {0} clients with it", ended.size());
        }
        ended.forEach(Tied::end);
    }

    private synchronized void begin(String id) {
        fates.remove(id);
    }

    /** Answers false if the session has ended. */
    private synchronized boolean join(String asked, Tied client) {
        String id = asked;
        for (String fate = fates.get(id); fate != null; fate = fates.get(id)) {
            if (fate.equals(ENDED)) {
                return false;
            }
            id = fate;
        }
        client.session = id;
        clients.computeIfAbsent(id, made -> new HashSet<>()).add(client);
        return true;
    }

    private synchronized void leave(Tied client) {
        @Nullable String id = client.session;
        if (id != null) {
            clients.computeIfPresent(id, (same, some) -> some.remove(client) && some.isEmpty() ? null : some);
        }
    }

    private synchronized void rename(String before, String after) {
        if (before.equals(after)) {
            return;
        }
        fates.remove(after);
        remember(before, after);
        @Nullable Set<Tied> moved = clients.remove(before);
        if (moved != null) {
            moved.forEach(client -> client.session = after);
            clients.computeIfAbsent(after, made -> new HashSet<>()).addAll(moved);
        }
    }

    private synchronized Set<Tied> take(String id) {
        remember(id, ENDED);
        @Nullable Set<Tied> taken = clients.remove(id);
        return taken == null ? Set.of() : taken;
    }

    /** Only with the lock. */
    private void remember(String id, String fate) {
        fates.remove(id);
        fates.put(id, fate);
        if (fates.size() > MOST_FATES) {
            Iterator<String> oldestFirst = fates.keySet().iterator();
            oldestFirst.next();
            oldestFirst.remove();
        }
    }

    /** How many clients there are that came with a session, and still are there. */
    synchronized int count() {
        return clients.values().stream().mapToInt(Set::size).sum();
    }

    /** A client that ends with its HTTP session. */
    private final class Tied implements SessionListener {

        private final Connection connection;
        private final SessionListener listener;
        /** The id of the HTTP session now. Guarded by the sessions. */
        private @Nullable String session;

        Tied(Connection connection, SessionListener listener) {
            this.connection = connection;
            this.listener = listener;
        }

        @Override
        public void received(String text) {
            listener.received(text);
        }

        @Override
        public void received(byte[] data) {
            listener.received(data);
        }

        @Override
        public void revoked() {
            listener.revoked();
        }

        @Override
        public void closed(CloseReason reason, @Nullable String description) {
            leave(this);
            listener.closed(reason, description);
        }

        void end() {
            try {
                listener.revoked();
            } catch (RuntimeException failed) {
                LOG.log(Level.ERROR, "A client could not take its leave", failed);
            }
            connection.close();
        }
    }
}
