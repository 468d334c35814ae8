package org.sockeye.internal.engine;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sockeye.Transport;

/**
 * What a request must be like, in the reference server's order.
 *
 * <p>Stricter than the reference in three points: an upgrade must name the revision of its session, only a WebSocket is asked for by
 * an upgrade, and a request that belongs to a session is a GET or a POST.
 */
final class HandshakeRules {

    private static final String REVISION = "4";

    private final Set<Transport> transports;
    private final Function<String, Optional<EngineSession>> sessions;

    HandshakeRules(Set<Transport> transports, Function<String, Optional<EngineSession>> sessions) {
        this.transports = transports;
        this.sessions = sessions;
    }

    /** The first rule that the request breaks, or {@code null}. */
    @Nullable
    HandshakeError check(EngineRequest request) {
        Optional<Transport> transport = transports.stream()
                .filter(t -> t.wireName().equals(request.transport()))
                .findFirst();
        if (transport.isEmpty()) {
            EngineLog.debug(() -> "unknown transport " + quoted(request.transport()));
            return HandshakeError.UNKNOWN_TRANSPORT;
        }
        if (request.handshake()
                .header("origin")
                .filter(HandshakeRules::hasInvalidChar)
                .isPresent()) {
            EngineLog.debug(() -> "origin header invalid");
            return HandshakeError.BAD_REQUEST;
        }
        String sid = request.sid();
        return sid == null || sid.isEmpty()
                ? checkNew(request, transport.get())
                : checkKnown(request, transport.get(), sid);
    }

    private @Nullable HandshakeError checkKnown(EngineRequest request, Transport transport, String sid) {
        EngineSession session = sessions.apply(sid).orElse(null);
        if (session == null) {
            EngineLog.debug(() -> "unknown sid " + quoted(sid));
            return HandshakeError.UNKNOWN_SID;
        }
        return fits(request, transport, session) ? null : HandshakeError.BAD_REQUEST;
    }

    private static boolean fits(EngineRequest request, Transport transport, EngineSession session) {
        if (request.upgrade()) {
            return transport == Transport.WEBSOCKET
                    && String.valueOf(session.protocol()).equals(request.eio());
        }
        return transport == Transport.POLLING
                && session.transport() == Transport.POLLING
                && (request.method().equals("GET") || request.method().equals("POST"));
    }

    private static @Nullable HandshakeError checkNew(EngineRequest request, Transport transport) {
        if (!request.method().equals("GET")) {
            return HandshakeError.BAD_HANDSHAKE_METHOD;
        }
        if (request.upgrade() != (transport == Transport.WEBSOCKET)) {
            return HandshakeError.BAD_REQUEST;
        }
        return REVISION.equals(request.eio()) ? null : HandshakeError.UNSUPPORTED_PROTOCOL_VERSION;
    }

    /** What may not stand in a header, as Node.js has it: control characters but the tab, and what is not Latin-1. */
    private static boolean hasInvalidChar(String header) {
        return header.chars().anyMatch(c -> (c < ' ' && c != '\t') || c == 127 || c > 255);
    }

    private static String quoted(@Nullable String text) {
        return text == null ? "(none)" : EngineLog.quote(text);
    }
}
