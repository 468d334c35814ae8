package org.sockeye.internal.web;

import jakarta.websocket.Session;

/**
 * Sets a WebSocket's limits in the container, beside our own count of a message's bytes.
 *
 * <p>Tomcat and TomEE allocate buffers of the size that they are given and keep them as long as the connection lives, and hand a message over in
 * pieces of that size: there the size is small. Elsewhere it is a limit only. Idle clients are found by heartbeats, not by the container.
 */
final class SessionLimits {

    private static final int TOMCAT_BUFFER = 2048;
    private static final String TOMCAT = "org.apache.tomcat.";
    private static final String TOMCAT_SEND_TIMEOUT = "org.apache.tomcat.websocket.BLOCKING_SEND_TIMEOUT";
    private static final Long TOMCAT_SEND_MILLIS = LinkCloser.GRACE.toMillis();
    private static final Long TOMCAT_AT_ONCE = 1L;

    private SessionLimits() {}

    static void apply(Session session, int maxPayload) {
        boolean tomcat = isTomcats(session);
        int size = tomcat ? Math.min(TOMCAT_BUFFER, maxPayload) : maxPayload;
        session.setMaxIdleTimeout(0);
        session.setMaxTextMessageBufferSize(size);
        session.setMaxBinaryMessageBufferSize(size);
        if (tomcat) {
            // The only blocking send is the close frame, which waits behind a message that the client does not read.
            session.getUserProperties().put(TOMCAT_SEND_TIMEOUT, TOMCAT_SEND_MILLIS);
        }
    }

    /** Has the close that follows wait no longer for a message that the client does not take: Tomcat cuts the connection then. */
    static void dropWhatIsBeingSent(Session session) {
        if (isTomcats(session)) {
            session.getUserProperties().put(TOMCAT_SEND_TIMEOUT, TOMCAT_AT_ONCE);
        }
    }

    private static boolean isTomcats(Session session) {
        return session.getClass().getName().startsWith(TOMCAT);
    }
}
