package org.sockeye.internal.core;

import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.sockeye.internal.protocol.JsonArray;
import org.sockeye.internal.protocol.MalformedPacketException;
import org.sockeye.internal.protocol.SocketPacket;
import org.sockeye.spi.Packet;

/** Our packets as the data that a parser writes, and what a parser has read as packets of ours. */
final class PacketData implements SocketPacket.Handler {

    /** Confined to one call of {@link #of}. */
    private @Nullable Packet made;

    private PacketData() {}

    static Packet of(SocketPacket packet) {
        PacketData data = new PacketData();
        packet.dispatch(data);
        return Objects.requireNonNull(data.made);
    }

    /** Makes sure that a parser's packet has what its type needs, and that the name of its event is one that clients may use. */
    static SocketPacket read(Packet packet) throws MalformedPacketException {
        String namespace = packet.namespace();
        return switch (packet.type()) {
            case CONNECT -> new SocketPacket.Connect(namespace, payload(packet, "{"), packet.attachments());
            case DISCONNECT -> new SocketPacket.Disconnect(namespace);
            case EVENT -> new SocketPacket.Event(namespace, packet.id(), event(packet), packet.attachments());
            case ACK ->
                new SocketPacket.Ack(
                        namespace,
                        packet.id().orElseThrow(() -> new MalformedPacketException("an acknowledgement without id")),
                        JsonArray.of(packet.data()),
                        packet.attachments());
            case CONNECT_ERROR -> new SocketPacket.ConnectError(namespace, String.valueOf(payload(packet, "{\"")));
        };
    }

    private static JsonArray event(Packet packet) throws MalformedPacketException {
        JsonArray data = JsonArray.of(packet.data());
        if (!SocketPacket.Event.isNamed(data)) {
            throw invalidPayload();
        }
        return data;
    }

    private static @Nullable String payload(Packet packet, String firsts) throws MalformedPacketException {
        if (packet.data().isEmpty()) {
            return null;
        }
        String payload = packet.data().get(0);
        if (packet.data().size() > 1 || payload.isEmpty() || firsts.indexOf(payload.charAt(0)) < 0) {
            throw invalidPayload();
        }
        return payload;
    }

    private static MalformedPacketException invalidPayload() {
        return new MalformedPacketException("invalid payload");
    }

    @Override
    public void onConnect(SocketPacket.Connect packet) {
        String payload = packet.payload();
        List<String> data = payload == null ? List.of() : List.of(payload);
        made = new Packet(Packet.Type.CONNECT, packet.namespace(), OptionalLong.empty(), data, packet.attachments());
    }

    @Override
    public void onDisconnect(SocketPacket.Disconnect packet) {
        made = new Packet(Packet.Type.DISCONNECT, packet.namespace(), OptionalLong.empty(), List.of(), List.of());
    }

    @Override
    public void onEvent(SocketPacket.Event packet) {
        made = new Packet(
                Packet.Type.EVENT,
                packet.namespace(),
                packet.id(),
                packet.data().elements(),
                packet.attachments());
    }

    @Override
    public void onAck(SocketPacket.Ack packet) {
        made = new Packet(
                Packet.Type.ACK,
                packet.namespace(),
                OptionalLong.of(packet.id()),
                packet.data().elements(),
                packet.attachments());
    }

    @Override
    public void onConnectError(SocketPacket.ConnectError packet) {
        made = new Packet(
                Packet.Type.CONNECT_ERROR,
                packet.namespace(),
                OptionalLong.empty(),
                List.of(packet.payload()),
                List.of());
    }
}
