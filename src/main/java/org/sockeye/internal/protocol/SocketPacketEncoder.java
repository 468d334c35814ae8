package org.sockeye.internal.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Turns packets into frames: one of text, and one of bytes for each attachment. */
public final class SocketPacketEncoder {

    private SocketPacketEncoder() {}

    /** The frames of a packet, to be sent with nothing between them. Attachments are not copied. */
    public static List<Frame> encode(SocketPacket packet) {
        Encoding encoding = new Encoding();
        packet.dispatch(encoding);
        return List.copyOf(encoding.frames);
    }

    /** Collects the frames of one packet. */
    private static final class Encoding implements SocketPacket.Handler {

        private final List<Frame> frames = new ArrayList<>(1);

        @Override
        public void onConnect(SocketPacket.Connect packet) {
            plain('0', packet.namespace(), packet.payload());
        }

        @Override
        public void onDisconnect(SocketPacket.Disconnect packet) {
            plain('1', packet.namespace(), null);
        }

        @Override
        public void onEvent(SocketPacket.Event packet) {
            withData('2', '5', packet.namespace(), packet.id(), packet.data(), packet.attachments());
        }

        @Override
        public void onAck(SocketPacket.Ack packet) {
            withData('3', '6', packet.namespace(), OptionalLong.of(packet.id()), packet.data(), packet.attachments());
        }

        @Override
        public void onConnectError(SocketPacket.ConnectError packet) {
            plain('4', packet.namespace(), packet.payload());
        }

        private void plain(char type, String namespace, @Nullable String payload) {
            StringBuilder text = new StringBuilder().append(type);
            appendNamespace(text, namespace);
            frames.add(Frame.message(text.append(payload == null ? "" : payload).toString()));
        }

        private void withData(
                char plain, char binary, String namespace, OptionalLong id, JsonArray data, List<byte[]> attachments) {
            StringBuilder text = new StringBuilder(data.text().length() + 24);
            if (attachments.isEmpty()) {
                text.append(plain);
            } else {
                text.append(binary).append(attachments.size()).append('-');
            }
            appendNamespace(text, namespace);
            id.ifPresent(text::append);
            frames.add(Frame.message(text.append(data.text()).toString()));
            attachments.forEach(bytes -> frames.add(Frame.message(bytes)));
        }

        private static void appendNamespace(StringBuilder text, String namespace) {
            if (!namespace.equals("/")) {
                text.append(namespace).append(',');
            }
        }
    }
}
