package org.sockeye.internal.core;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sockeye.internal.engine.Connection;
import org.sockeye.internal.engine.QueryString;
import org.sockeye.internal.protocol.JsonText;
import org.sockeye.internal.protocol.SocketPacket;
import org.sockeye.spi.JsonCodec;

/** What differs between clients by the revision of the Socket.IO protocol that they speak; their packets look the same. */
enum Revision {

    /** Clients from Socket.IO 3 on, by Engine.IO 4. */
    FIVE {
        @Override
        boolean isConnectedImplicitly() {
            return false;
        }

        @Override
        String namespace(String asked) {
            return asked;
        }

        @Override
        String auth(SocketPacket.Connect packet) {
            String payload = packet.payload();
            return payload == null ? NOTHING : payload;
        }

        @Override
        String socketId(String sid, String namespace) {
            return SocketIds.next();
        }

        @Override
        String inLog(String socketId) {
            return socketId;
        }

        @Override
        String welcome(String socketId, @Nullable String pid) {
            String secret = pid == null ? "" : ",\"pid\":\"" + pid + "\"";
            return "{\"sid\":\"" + socketId + "\"" + secret + "}";
        }

        @Override
        boolean canRecover() {
            return true;
        }

        @Override
        String refusal(Refusal refusal, JsonCodec json) {
            return refusal.payload(json);
        }
    },

    /**
     * Clients of Socket.IO 1 and 2, by Engine.IO 3. They are in the main namespace without asking for it, send a query behind the
     * name of another one instead of {@code auth}, and make the ids of their sockets from the session id.
     */
    FOUR {
        @Override
        boolean isConnectedImplicitly() {
            return true;
        }

        @Override
        String namespace(String asked) {
            int query = asked.indexOf('?');
            return query < 0 ? asked : asked.substring(0, query);
        }

        @Override
        String auth(SocketPacket.Connect packet) {
            int query = packet.namespace().indexOf('?');
            return query < 0 ? NOTHING : json(packet.namespace().substring(query + 1));
        }

        @Override
        String socketId(String sid, String namespace) {
            return namespace.equals("/") ? sid : namespace + "#" + sid;
        }

        @Override
        String inLog(String socketId) {
            int sid = socketId.indexOf('#') + 1;
            return socketId.substring(0, sid) + shortened(socketId.substring(sid));
        }

        @Override
        @Nullable
        String welcome(String socketId, @Nullable String pid) {
            return null;
        }

        @Override
        boolean canRecover() {
            return false;
        }

        @Override
        String refusal(Refusal refusal, JsonCodec json) {
            return refusal.dataOrMessage(json);
        }
    };

    /** An {@code auth} that says nothing. */
    static final String NOTHING = "{}";

    private static final int SHORT = 6;

    static Revision of(Connection connection) {
        return connection.protocol() == 3 ? FOUR : FIVE;
    }

    /** Whether a client is in the main namespace without asking for it. */
    abstract boolean isConnectedImplicitly();

    /** The namespace that a packet is for, by what it says. */
    abstract String namespace(String asked);

    /** The {@code auth} of a client that asks for a namespace, as a JSON object. */
    abstract String auth(SocketPacket.Connect packet);

    /** The id of a new socket. */
    abstract String socketId(String sid, String namespace);

    /** The id of a socket as it may stand in a log: where it is made from the session id, a secret, only a part of it. */
    abstract String inLog(String socketId);

    /** What a client is told when its socket is connected, or {@code null}; with the secret by which it can come back, if it can. */
    abstract @Nullable String welcome(String socketId, @Nullable String pid);

    /** Whether a client that loses its connection can come back to its sockets. */
    abstract boolean canRecover();

    /** What a client is told when a middleware refuses it, as JSON. */
    abstract String refusal(Refusal refusal, JsonCodec json);

    /** A session id, which is a secret, as it may stand in a log. */
    static String shortened(String sid) {
        return sid.substring(0, Math.min(SHORT, sid.length())) + "...";
    }

    /** A query as a JSON object of strings; of several values the last, as for every query. */
    private static String json(String query) {
        return QueryString.parse(query).entrySet().stream()
                .map(Revision::member)
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String member(Map.Entry<String, List<String>> parameter) {
        List<String> values = parameter.getValue();
        return JsonText.quote(parameter.getKey()) + ":" + JsonText.quote(values.get(values.size() - 1));
    }
}
