package org.sockeye.internal.core;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sockeye.SocketIoConfig;
import org.sockeye.internal.protocol.Frame;
import org.sockeye.internal.protocol.PacketDecoder;
import org.sockeye.internal.protocol.SocketPacket;
import org.sockeye.internal.protocol.SocketPacketDecoder;
import org.sockeye.internal.protocol.SocketPacketEncoder;
import org.sockeye.spi.PacketParser;

/** How the packets of a server look on the wire. */
interface PacketForm {

    /** The frames of a packet, to be sent with nothing between them. */
    List<Frame> encode(SocketPacket packet);

    /** What puts together the packets of one client. */
    PacketDecoder decoder(SocketIoConfig config);

    /** The form that a parser gives them; without one the form that the Socket.IO protocol describes. */
    static PacketForm of(@Nullable PacketParser parser) {
        return parser == null ? STANDARD : new ForeignForm(parser);
    }

    /** JSON, with attachments in messages of their own. */
    PacketForm STANDARD = new PacketForm() {
        @Override
        public List<Frame> encode(SocketPacket packet) {
            return SocketPacketEncoder.encode(packet);
        }

        @Override
        public PacketDecoder decoder(SocketIoConfig config) {
            return new SocketPacketDecoder(config.maxAttachments(), config.maxPayload());
        }
    };
}
