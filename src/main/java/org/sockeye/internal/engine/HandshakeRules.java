package org.sockeye.internal.engine;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sockeye.Transport;

/**
 * What a request must be like, in the reference server's order.
 *
 * <p>Stricter than the reference in these points: a revision must be named, and be one of ours; an upgrade must name the revision of
 * its session; and only a WebSocket is asked for by an upgrade. And whoever asks for something of a session must be who began it: that comes before
 * anything else that would tell of the session.
 */
final class HandshakeRules {

    /** Whatever a client names that is not ours, or nothing, is the older one. */
    private static final int OTHER_REVISION = 3;

    private static final String TRANSPORT = "transport";
    private static final String PROTOCOL = "protocol";

    private final Set<Transport> transports;
    private final Dialects dialects;
    private final SamePrincipal principals;
    private final Function<String, Optional<EngineSession>> sessions;

    HandshakeRules(
            Set<Transport> transports,
            Dialects dialects,
            SamePrincipal principals,
            Function<String, Optional<EngineSession>> sessions) {
        this.transports = transports;
        this.dialects = dialects;
        this.principals = principals;
        this.sessions = sessions;
    }

    /** The first rule that the request breaks, or {@code null}. */
    @Nullable
    HandshakeRefusal check(EngineRequest request) {
        Optional<Transport> transport = transports.stream()
                .filter(t -> t.wireName().equals(request.transport()))
                .findFirst();
        if (transport.isEmpty()) {
            EngineLog.debug(() -> "unknown transport " + quoted(request.transport()));
            return HandshakeRefusal.of(HandshakeError.UNKNOWN_TRANSPORT, TRANSPORT, request.transport());
        }
        Optional<String> invalid = request.handshake().header("origin").filter(HandshakeRules::hasInvalidChar);
        if (invalid.isPresent()) {
            EngineLog.debug(() -> "origin header invalid");
            return badRequest("INVALID_ORIGIN").with("origin", invalid.get());
        }
        String sid = request.sid();
        return sid == null || sid.isEmpty()
                ? checkNew(request, transport.get())
                : checkKnown(request, transport.get(), sid);
    }

    /** Whether a request comes from whoever began the session. */
    boolean mayTakePart(EngineRequest request, EngineSession session) {
        return principals.areSame(request.handshake(), session.request());
    }

    private @Nullable HandshakeRefusal checkKnown(EngineRequest request, Transport transport, String sid) {
        EngineSession session = sessions.apply(sid).orElse(null);
        if (session == null) {
            EngineLog.debug(() -> "unknown sid " + quoted(sid));
            return HandshakeRefusal.of(HandshakeError.UNKNOWN_SID, "sid", sid);
        }
        if (!mayTakePart(request, session)) {
            return principals.refusal(request.handshake(), session.request());
        }
        if (request.upgrade()
                ? transport != Transport.WEBSOCKET
                : transport != Transport.POLLING || session.transport() != Transport.POLLING) {
            return badRequest(HandshakeRefusal.TRANSPORT_MISMATCH)
                    .with(TRANSPORT, transport.wireName())
                    .with("previousTransport", session.transport().wireName());
        }
        if (!String.valueOf(session.protocol()).equals(request.eio())) {
            return badRequest("PROTOCOL_MISMATCH")
                    .with(PROTOCOL, request.eio())
                    .with("previousProtocol", session.protocol());
        }
        return null;
    }

    private @Nullable HandshakeRefusal checkNew(EngineRequest request, Transport transport) {
        if (!request.method().equals("GET")) {
            return HandshakeRefusal.of(HandshakeError.BAD_HANDSHAKE_METHOD, "method", request.method());
        }
        if (request.upgrade() != (transport == Transport.WEBSOCKET)) {
            return badRequest("TRANSPORT_HANDSHAKE_ERROR");
        }
        return dialects.understands(request)
                ? null
                : HandshakeRefusal.of(HandshakeError.UNSUPPORTED_PROTOCOL_VERSION, PROTOCOL, OTHER_REVISION);
    }

    private static HandshakeRefusal badRequest(String name) {
        return HandshakeRefusal.named(HandshakeError.BAD_REQUEST, name);
    }

    /** What may not stand in a header, as Node.js has it: control characters but the tab, and what is not Latin-1. */
    private static boolean hasInvalidChar(String header) {
        return header.chars().anyMatch(c -> (c < ' ' && c != '\t') || c == 127 || c > 255);
    }

    private static String quoted(@Nullable String text) {
        return text == null ? "(none)" : EngineLog.quote(text);
    }
}
