package org.sockeye.internal.core;

import org.jspecify.annotations.Nullable;
import org.sockeye.OutgoingEvent;
import org.sockeye.TypeRef;
import org.sockeye.internal.protocol.SocketPacket;
import org.sockeye.spi.JsonCodec;

/** An event on its way to a client, as the listeners of outgoing events see it. */
record CoreOutgoingEvent(String name, ReceivedArguments arguments) implements OutgoingEvent {

    /** What listeners do with the bytes changes nothing of what is sent. */
    static CoreOutgoingEvent of(SocketPacket.Event packet, JsonCodec json) {
        return new CoreOutgoingEvent(
                packet.name(),
                new ReceivedArguments(
                        json,
                        packet.data(),
                        1,
                        packet.attachments().stream().map(byte[]::clone).toList()));
    }

    @Override
    public int count() {
        return arguments.count();
    }

    @Override
    public <T> @Nullable T argument(int index, Class<T> type) {
        return arguments.argument(index, type);
    }

    @Override
    public <T> @Nullable T argument(int index, TypeRef<T> type) {
        return arguments.argument(index, type);
    }
}
