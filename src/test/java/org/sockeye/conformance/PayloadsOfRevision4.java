package org.sockeye.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** Packets with a record separator between them, bytes as base64 after a {@code b}. */
final class PayloadsOfRevision4 implements Payloads {

    private static final String SEPARATOR = "\u001e";

    @Override
    public String query() {
        return "EIO=4";
    }

    @Override
    public void write(HttpRequest.Builder post, List<String> packets) {
        String body = packets.stream().map(PayloadsOfRevision4::encode).collect(Collectors.joining(SEPARATOR));
        post.POST(BodyPublishers.ofString(body));
    }

    @Override
    public List<String> read(HttpResponse<byte[]> answer) {
        return Arrays.stream(new String(answer.body(), UTF_8).split(SEPARATOR, -1))
                .map(PayloadsOfRevision4::decode)
                .toList();
    }

    private static String encode(String packet) {
        return Hex.is(packet) ? "b" + Base64.getEncoder().encodeToString(Hex.bytes(packet)) : packet;
    }

    private static String decode(String packet) {
        return packet.startsWith("b") ? Hex.of(Base64.getDecoder().decode(packet.substring(1))) : packet;
    }
}
