package org.sockeye.internal.core;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sockeye.SocketIoConfig;
import org.sockeye.internal.protocol.Frame;
import org.sockeye.internal.protocol.MalformedPacketException;
import org.sockeye.internal.protocol.PacketDecoder;
import org.sockeye.internal.protocol.SocketPacket;
import org.sockeye.spi.InvalidPacketException;
import org.sockeye.spi.Message;
import org.sockeye.spi.Packet;
import org.sockeye.spi.PacketParser;

/** The form that a {@link PacketParser} gives to packets. What the parser makes of a client's message is checked as our own would be. */
final class ForeignForm implements PacketForm {

    private final PacketParser parser;
    private final FirstTimes failures = new FirstTimes();

    ForeignForm(PacketParser parser) {
        this.parser = parser;
    }

    @Override
    public List<Frame> encode(SocketPacket packet) {
        List<Message> messages = parser.encode(PacketData.of(packet));
        List<Frame> frames = new ArrayList<>(messages.size());
        for (Message message : messages) {
            frames.add(
                    message instanceof Message.Text text
                            ? Frame.message(text.text())
                            : Frame.message(((Message.Binary) message).data()));
        }
        return List.copyOf(frames);
    }

    @Override
    public PacketDecoder decoder(SocketIoConfig config) {
        return new Decoder(
                parser.decoder(new PacketParser.Limits(config.maxAttachments(), config.maxPayload())), this::failed);
    }

    /** The parser is at fault, but a client can repeat it at will: the same failure is an error once. */
    private MalformedPacketException failed(Throwable failure) {
        if (failures.isFirst(failure.getClass().getName())) {
            CoreLog.failed("The packet parser " + parser.name(), failure);
        }
        return new MalformedPacketException("the parser failed");
    }

    /** What to say of a parser that threw something else than a refusal. */
    @FunctionalInterface
    private interface Failure {
        MalformedPacketException of(Throwable failure);
    }

    /** What a parser makes of one message. */
    @FunctionalInterface
    private interface Decoding {
        @Nullable
        Packet next() throws InvalidPacketException;
    }

    /** A parser's decoder of one client. */
    private record Decoder(PacketParser.Decoder decoder, Failure failure) implements PacketDecoder {

        @Override
        public @Nullable SocketPacket add(String text) throws MalformedPacketException {
            return checked(() -> decoder.add(text));
        }

        @Override
        public @Nullable SocketPacket add(byte[] data) throws MalformedPacketException {
            return checked(() -> decoder.add(data));
        }

        private @Nullable SocketPacket checked(Decoding decoding) throws MalformedPacketException {
            try {
                Packet packet = decoding.next();
                return packet == null ? null : PacketData.read(packet);
            } catch (InvalidPacketException refused) {
                throw new MalformedPacketException(String.valueOf(refused.getMessage()));
            } catch (RuntimeException | StackOverflowError failed) {
                throw failure.of(failed);
            }
        }

        @Override
        public @Nullable String awaited() {
            try {
                return decoder.awaited();
            } catch (RuntimeException failed) {
                CoreLog.debug("nobody knows whom the client sends to: {0}", failure.of(failed));
                return null;
            }
        }

        @Override
        public void close() {
            try {
                decoder.close();
            } catch (RuntimeException failed) {
                CoreLog.debug("the client goes nevertheless: {0}", failure.of(failed));
            }
        }
    }
}
