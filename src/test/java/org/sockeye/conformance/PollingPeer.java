package org.sockeye.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.sockeye.harness.EngineClient;

/** A client that polls. */
final class PollingPeer implements Peer {

    private final EngineClient client;
    private final Payloads payloads;
    private final Queue<String> received = new ArrayDeque<>();
    private final String opening;
    private final String sid;

    PollingPeer(EngineClient client, Payloads payloads) {
        this.client = client;
        this.payloads = payloads;
        HttpResponse<byte[]> opened = client.exchange(payloads.request(client, ""));
        assertThat(opened.statusCode()).isEqualTo(200);
        received.addAll(payloads.read(opened));
        opening = received.remove();
        sid = EngineClient.sidOf(opening);
    }

    String sid() {
        return sid;
    }

    /** Takes what has come and was not asked for yet. */
    List<String> rest() {
        List<String> rest = List.copyOf(received);
        received.clear();
        return rest;
    }

    @Override
    public String opening() {
        return opening;
    }

    @Override
    public void send(String... packets) {
        HttpRequest.Builder post = payloads.request(client, sid);
        payloads.write(post, List.of(packets));
        HttpResponse<String> answer = client.send(post);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("ok");
    }

    @Override
    public void sendMalformed() {
        assertThat(client.send(payloads.request(client, sid).POST(BodyPublishers.ofString(payloads.malformed())))
                        .statusCode())
                .isEqualTo(400);
    }

    @Override
    public String next() {
        while (received.isEmpty()) {
            HttpResponse<byte[]> answer = poll();
            assertThat(answer.statusCode()).isEqualTo(200);
            received.addAll(payloads.read(answer));
        }
        return received.remove();
    }

    @Override
    public void awaitEnd() {
        HttpResponse<byte[]> answer = poll();
        while (answer.statusCode() == 200) {
            received.addAll(payloads.read(answer));
            answer = poll();
        }
        assertThat(answer.statusCode()).isIn(400, 503); // no such session, or no server any more
    }

    private HttpResponse<byte[]> poll() {
        return client.exchange(payloads.request(client, sid));
    }
}
