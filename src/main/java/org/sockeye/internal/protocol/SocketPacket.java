package org.sockeye.internal.protocol;

import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A Socket.IO packet. Whether it has attachments makes no other kind of it: that is a matter of its form on the wire. */
public sealed interface SocketPacket {

    /** The namespace, with its leading slash. */
    String namespace();

    /** Calls the method of the handler that is for this kind. */
    void dispatch(Handler handler);

    /**
     * Enters a namespace; from the server, says that the client has entered. The payload is a JSON object; attachments are in it only where the
     * form on the wire has a place for them.
     */
    record Connect(String namespace, @Nullable String payload, List<byte[]> attachments) implements SocketPacket {
        public Connect(String namespace, @Nullable String payload) {
            this(namespace, payload, List.of());
        }

        @Override
        public void dispatch(Handler handler) {
            handler.onConnect(this);
        }
    }

    /** Leaves a namespace. */
    record Disconnect(String namespace) implements SocketPacket {
        @Override
        public void dispatch(Handler handler) {
            handler.onDisconnect(this);
        }
    }

    /** An event: an array of its name, a JSON string or number, and its arguments. */
    record Event(String namespace, OptionalLong id, JsonArray data, List<byte[]> attachments) implements SocketPacket {

        /** The event's name. One that came as a number is the text of that number. */
        public String name() {
            return JsonText.unquote(data.element(0));
        }

        /** Whether an array begins with a name that an event of a client may have. */
        public static boolean isNamed(JsonArray data) {
            if (data.size() == 0) {
                return false;
            }
            String name = data.element(0);
            return name.startsWith("\"")
                    ? !ReservedEvents.NAMES.contains(JsonText.unquote(name))
                    : "-0123456789".indexOf(name.charAt(0)) >= 0;
        }

        @Override
        public void dispatch(Handler handler) {
            handler.onEvent(this);
        }
    }

    /** The answer to an event: an array of arguments. */
    record Ack(String namespace, long id, JsonArray data, List<byte[]> attachments) implements SocketPacket {
        @Override
        public void dispatch(Handler handler) {
            handler.onAck(this);
        }
    }

    /** Refuses a {@link Connect}. The payload is a JSON object or string. */
    record ConnectError(String namespace, String payload) implements SocketPacket {
        @Override
        public void dispatch(Handler handler) {
            handler.onConnectError(this);
        }
    }

    /** One method for each kind of packet. */
    interface Handler {
        void onConnect(Connect packet);

        void onDisconnect(Disconnect packet);

        void onEvent(Event packet);

        void onAck(Ack packet);

        void onConnectError(ConnectError packet);
    }
}
