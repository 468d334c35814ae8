package org.sockeye.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** Packets with their length in front: as text, or as bytes where one has bytes and the client takes them. */
final class PayloadsOfRevision3 implements Payloads {

    private final boolean base64;

    PayloadsOfRevision3(boolean base64) {
        this.base64 = base64;
    }

    @Override
    public String query() {
        return base64 ? "EIO=3&b64=1" : "EIO=3";
    }

    @Override
    public void write(HttpRequest.Builder post, List<String> packets) {
        if (!base64 && packets.stream().anyMatch(Hex::is)) {
            post.header("Content-Type", "application/octet-stream");
            post.POST(BodyPublishers.ofByteArray(bytes(packets)));
        } else {
            post.header("Content-Type", "text/plain;charset=UTF-8");
            post.POST(BodyPublishers.ofString(text(packets)));
        }
    }

    static String text(List<String> packets) {
        StringBuilder payload = new StringBuilder();
        for (String packet : packets) {
            String wire = Hex.is(packet) ? "b4" + Base64.getEncoder().encodeToString(Hex.bytes(packet)) : packet;
            payload.append(wire.length()).append(':').append(wire);
        }
        return payload.toString();
    }

    private static byte[] bytes(List<String> packets) {
        ByteArrayOutputStream payload = new ByteArrayOutputStream();
        for (String packet : packets) {
            boolean binary = Hex.is(packet);
            byte[] wire = binary ? Hex.bytes("0x04" + packet.substring(2)) : packet.getBytes(UTF_8);
            payload.write(binary ? 1 : 0);
            String.valueOf(wire.length).chars().forEach(digit -> payload.write(digit - '0'));
            payload.write(255);
            payload.writeBytes(wire);
        }
        return payload.toByteArray();
    }

    @Override
    public List<String> read(HttpResponse<byte[]> answer) {
        String type = answer.headers().firstValue("Content-Type").orElse("");
        return type.equals("application/octet-stream")
                ? readBytes(answer.body())
                : readText(new String(answer.body(), UTF_8));
    }

    static List<String> readText(String payload) {
        List<String> packets = new ArrayList<>();
        int at = 0;
        while (at < payload.length()) {
            int colon = payload.indexOf(':', at);
            int end = colon + 1 + Integer.parseInt(payload.substring(at, colon));
            String packet = payload.substring(colon + 1, end);
            boolean binary = packet.startsWith("b4");
            packets.add(binary ? Hex.of(Base64.getDecoder().decode(packet.substring(2))) : packet);
            at = end;
        }
        return packets;
    }

    private static List<String> readBytes(byte[] payload) {
        List<String> packets = new ArrayList<>();
        int at = 0;
        while (at < payload.length) {
            boolean binary = payload[at++] == 1;
            int length = 0;
            while (payload[at] != -1) {
                length = length * 10 + payload[at++];
            }
            byte[] packet = Arrays.copyOfRange(payload, at + 1, at + 1 + length);
            packets.add(binary ? Hex.of(Arrays.copyOfRange(packet, 1, length)) : new String(packet, UTF_8));
            at += 1 + length;
        }
        return packets;
    }
}
