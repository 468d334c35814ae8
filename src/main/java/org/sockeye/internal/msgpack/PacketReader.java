package org.sockeye.internal.msgpack;

import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sockeye.internal.protocol.JsonText;
import org.sockeye.spi.InvalidPacketException;
import org.sockeye.spi.Packet;

/**
 * Reads one packet: a map of {@code type}, {@code nsp}, {@code data} and {@code id}, in any order, and of what else a client may put into it,
 * which is passed over.
 */
final class PacketReader {

    /** What a long holds for certain; JavaScript counts no further than 16 digits. */
    private static final Pattern ID = Pattern.compile("-?\\d{1,18}");

    private final Input in;
    private final JsonReader json;
    /** As JSON; an empty text is undefined. One thread reads one packet. */
    private String type = "";

    private String namespace = ""; // confined, as said
    private String id = ""; // confined, as said
    private boolean array; // confined, as said
    private List<String> data = List.of(); // confined, as said
    private List<byte[]> attachments = List.of(); // confined, as said

    private PacketReader(byte[] message, int maxAttachments) {
        this.in = new Input(message);
        this.json = new JsonReader(in, maxAttachments);
    }

    static Packet read(byte[] message, int maxAttachments) throws InvalidPacketException {
        PacketReader reader = new PacketReader(message, maxAttachments);
        reader.fields();
        return reader.packet();
    }

    private void fields() throws InvalidPacketException {
        int size = json.mapSize(in.code());
        for (int i = 0; i < size; i++) {
            field();
        }
        if (size < 0 || !in.isAtEnd()) {
            throw new InvalidPacketException(size < 0 ? "no map" : "trailing bytes");
        }
    }

    private void field() throws InvalidPacketException {
        switch (json.key()) {
            case "\"type\"" -> type = scalar();
            case "\"nsp\"" -> namespace = scalar();
            case "\"id\"" -> id = scalar();
            case "\"data\"" -> data();
            default -> scalar();
        }
    }

    private String scalar() throws InvalidPacketException {
        String text = json.read();
        json.takeAttachments();
        return text;
    }

    private void data() throws InvalidPacketException {
        array = JsonReader.isArray(in.peek());
        if (array) {
            data = json.readElements();
        } else {
            String value = json.read();
            data = value.isEmpty() ? List.of() : List.of(value);
        }
        attachments = json.takeAttachments();
    }

    private Packet packet() throws InvalidPacketException {
        Packet.Type known = type();
        if (!namespace.startsWith("\"")) {
            throw new InvalidPacketException("invalid namespace");
        }
        if (!hasDataOf(known)) {
            throw new InvalidPacketException("invalid payload");
        }
        return new Packet(known, JsonText.unquote(namespace), id(), data, attachments);
    }

    private Packet.Type type() throws InvalidPacketException {
        Packet.@Nullable Type known = PacketTypes.of(type);
        if (known == null) {
            throw new InvalidPacketException("invalid packet type");
        }
        return known;
    }

    private boolean hasDataOf(Packet.Type known) {
        return switch (known) {
            case CONNECT -> data.isEmpty() ? !array : isOne("{");
            case DISCONNECT -> data.isEmpty() && !array;
            case CONNECT_ERROR -> isOne("{\"");
            case EVENT, ACK -> array;
        };
    }

    private boolean isOne(String firsts) {
        return !array && data.size() == 1 && firsts.indexOf(data.get(0).charAt(0)) >= 0;
    }

    private OptionalLong id() throws InvalidPacketException {
        if (id.isEmpty()) {
            return OptionalLong.empty();
        }
        if (!ID.matcher(id).matches()) {
            throw new InvalidPacketException("invalid packet id");
        }
        return OptionalLong.of(Long.parseLong(id));
    }
}
