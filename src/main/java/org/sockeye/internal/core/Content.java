package org.sockeye.internal.core;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.sockeye.internal.protocol.JsonText;
import org.sockeye.spi.EventPacket;
import org.sockeye.spi.JsonCodec;

/** What an event or an answer carries, encoded: nothing that the application holds can change it any more. */
record Content(List<String> data, List<byte[]> attachments) {

    /** Encodes arguments, behind the name if they are an event's. */
    static Content encode(JsonCodec json, @Nullable String name, @Nullable Object @Nullable [] given) {
        @Nullable Object[] arguments = each(given);
        List<String> data = new ArrayList<>(arguments.length + 1);
        List<byte[]> attachments = new ArrayList<>(0);
        if (name != null) {
            data.add(JsonText.quote(name));
        }
        for (Object argument : arguments) {
            data.add(json.write(argument, attachments));
        }
        return new Content(data, attachments);
    }

    /** As an event on its way to many. */
    EventPacket toPacket(String namespace) {
        return new EventPacket(namespace, data, attachments, OptionalLong.empty());
    }

    /** Java passes a {@code String[]} for {@code Object...} as if each element were an argument; to us it is one. */
    private static @Nullable Object[] each(@Nullable Object @Nullable [] given) {
        return given != null && given.getClass() == Object[].class ? given : new @Nullable Object[] {given};
    }
}
