package org.sockeye.internal.msgpack;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sockeye.spi.InvalidPacketException;
import org.sockeye.spi.Message;
import org.sockeye.spi.Packet;
import org.sockeye.spi.PacketParser;

/** The parser {@code msgpack}, wire-compatible with npm's {@code socket.io-msgpack-parser}: a packet is one binary message, and binary is in its place. */
public final class MsgPackParser implements PacketParser {

    @Override
    public String name() {
        return "msgpack";
    }

    /** The fields in the order in which the reference server writes them. */
    @Override
    public List<Message> encode(Packet packet) {
        Output out = new Output();
        boolean answer = packet.type() == Packet.Type.ACK;
        boolean data = packet.type() != Packet.Type.DISCONNECT
                && !(isPayload(packet) && packet.data().isEmpty());
        out.map((data ? 3 : 2) + (packet.id().isPresent() ? 1 : 0));
        if (answer) {
            id(packet, out);
        }
        out.string("type");
        out.integer(PacketTypes.number(packet.type()));
        if (data) {
            data(packet, out);
        }
        if (!answer) {
            id(packet, out);
        }
        out.string("nsp");
        out.string(packet.namespace());
        return List.of(new Message.Binary(out.toBytes()));
    }

    private static void id(Packet packet, Output out) {
        packet.id().ifPresent(id -> {
            out.string("id");
            out.integer(id);
        });
    }

    private static void data(Packet packet, Output out) {
        out.string("data");
        if (!isPayload(packet)) {
            out.array(packet.data().size());
        }
        packet.data().forEach(json -> JsonWriter.write(json, packet.attachments(), out));
    }

    private static boolean isPayload(Packet packet) {
        return packet.type() == Packet.Type.CONNECT || packet.type() == Packet.Type.CONNECT_ERROR;
    }

    @Override
    public PacketParser.Decoder decoder(Limits limits) {
        return new PacketParser.Decoder() {
            @Override
            public @Nullable Packet add(String text) throws InvalidPacketException {
                throw new InvalidPacketException("text, where msgpack is spoken");
            }

            @Override
            public Packet add(byte[] data) throws InvalidPacketException {
                return PacketReader.read(data, limits.maxAttachments());
            }
        };
    }
}
