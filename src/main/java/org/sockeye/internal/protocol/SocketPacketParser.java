package org.sockeye.internal.protocol;

import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text of one packet: type digit, number of attachments and a dash if it is binary, namespace and a comma if it is
 * not the main one, acknowledgement id, JSON.
 */
final class SocketPacketParser {

    /** As many digits as a number that JavaScript counts exactly may have. */
    private static final int MAX_ID_DIGITS = 15;

    private static final String INVALID_PAYLOAD = "invalid payload";

    private enum Kind {
        CONNECT,
        DISCONNECT,
        EVENT,
        ACK,
        CONNECT_ERROR
    }

    private final String text;
    private final Kind kind;
    private final int attachments;
    private final String namespace;
    private final OptionalLong id;
    /** The JSON of a payload that is no array. */
    private final @Nullable String payload;

    private final JsonArray data;
    /** Confined to the constructor. */
    private int at;

    SocketPacketParser(String text, int maxAttachments) throws MalformedPacketException {
        this.text = text;
        int type = text.isEmpty() ? -1 : text.charAt(0) - '0';
        this.kind = kind(type);
        this.at = 1;
        this.attachments = type > 4 ? readAttachments(maxAttachments) : 0;
        this.namespace = readNamespace();
        this.id = readId();
        boolean array = kind == Kind.EVENT || kind == Kind.ACK;
        this.data = array ? readArray() : JsonArray.of(List.of());
        this.payload = array ? null : readPayload();
    }

    /** How many attachments are to follow. */
    int attachments() {
        return attachments;
    }

    String namespace() {
        return namespace;
    }

    SocketPacket packet(List<byte[]> parts) {
        return switch (kind) {
            case CONNECT -> new SocketPacket.Connect(namespace, payload);
            case DISCONNECT -> new SocketPacket.Disconnect(namespace);
            case EVENT -> new SocketPacket.Event(namespace, id, data, parts);
            case ACK -> new SocketPacket.Ack(namespace, id.orElseThrow(), data, parts);
            case CONNECT_ERROR -> new SocketPacket.ConnectError(namespace, String.valueOf(payload));
        };
    }

    private static Kind kind(int type) throws MalformedPacketException {
        return switch (type) {
            case 0 -> Kind.CONNECT;
            case 1 -> Kind.DISCONNECT;
            case 2, 5 -> Kind.EVENT;
            case 3, 6 -> Kind.ACK;
            case 4 -> Kind.CONNECT_ERROR;
            default -> throw new MalformedPacketException("unknown packet type");
        };
    }

    /** A binary packet with none would leave the receiver waiting for its attachments for ever. */
    private int readAttachments(int most) throws MalformedPacketException {
        int start = at;
        long count = 0;
        while (isDigit() && count <= most) {
            count = count * 10 + text.charAt(at++) - '0';
        }
        if (count > most) {
            throw new MalformedPacketException("too many attachments");
        }
        if (at == start || count == 0 || at == text.length() || text.charAt(at++) != '-') {
            throw new MalformedPacketException("Illegal attachments");
        }
        return (int) count;
    }

    private String readNamespace() {
        if (!text.startsWith("/", at)) {
            return "/";
        }
        int comma = text.indexOf(',', at);
        int end = comma < 0 ? text.length() : comma;
        String name = text.substring(at, end);
        at = comma < 0 ? end : end + 1;
        return name;
    }

    private OptionalLong readId() throws MalformedPacketException {
        int start = at;
        while (isDigit()) {
            at++;
        }
        if (at - start > MAX_ID_DIGITS) {
            throw new MalformedPacketException("illegal id");
        }
        return at == start ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text, start, at, 10));
    }

    private JsonArray readArray() throws MalformedPacketException {
        JsonArray array = JsonScanner.array(text.substring(at), 0, attachments);
        boolean accepted = kind == Kind.ACK ? id.isPresent() : SocketPacket.Event.isNamed(array);
        if (!accepted) {
            throw new MalformedPacketException(INVALID_PAYLOAD);
        }
        return array;
    }

    private @Nullable String readPayload() throws MalformedPacketException {
        if (at == text.length()) {
            if (kind == Kind.CONNECT_ERROR) {
                throw new MalformedPacketException(INVALID_PAYLOAD);
            }
            return null;
        }
        return switch (kind) {
            case CONNECT -> JsonScanner.value(text, at, "{");
            case CONNECT_ERROR -> JsonScanner.value(text, at, "{\"");
            default -> throw new MalformedPacketException(INVALID_PAYLOAD);
        };
    }

    private boolean isDigit() {
        return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }
}
