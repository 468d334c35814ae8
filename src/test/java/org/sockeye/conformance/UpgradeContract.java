package org.sockeye.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.sockeye.harness.EngineClient;
import org.sockeye.harness.EngineClient.Link;

/** What both revisions claim of the upgrade from long-polling to a WebSocket. */
abstract class UpgradeContract {

    abstract Payloads payloads();

    /** A client of a server that sends every message back. */
    abstract EngineClient client();

    private PollingPeer open() {
        return new PollingPeer(client(), payloads());
    }

    private Link webSocket(PollingPeer peer) {
        return client().webSocket(payloads().query() + "&transport=websocket&sid=" + peer.sid());
    }

    private HttpResponse<byte[]> poll(PollingPeer peer) {
        return client().exchange(payloads().request(client(), peer.sid()));
    }

    private CompletableFuture<List<String>> pollLater(PollingPeer peer) {
        return client().exchangeLater(payloads().request(client(), peer.sid())).thenApply(payloads()::read);
    }

    @Test
    void a_probe_is_answered_with_a_pong_that_carries_the_same() {
        assertThat(webSocket(open()).send("2probe").next()).isEqualTo("3probe");
    }

    @Test
    void a_GET_that_waits_is_ended_with_a_noop() {
        PollingPeer peer = open();
        CompletableFuture<List<String>> waiting = pollLater(peer);
        webSocket(peer).send("2probe").next();
        assertThat(EngineClient.get(waiting)).containsExactly("6");
    }

    @Test
    void a_GET_that_comes_after_the_probe_is_ended_with_a_noop() {
        PollingPeer peer = open();
        webSocket(peer).send("2probe").next();
        assertThat(peer.next()).isEqualTo("6");
    }

    @Test
    void the_upgrade_packet_makes_the_WebSocket_carry_the_session() {
        PollingPeer peer = open();
        Link link = webSocket(peer);
        link.send("2probe").next();
        assertThat(peer.next()).isEqualTo("6");
        assertThat(link.send("5").send("4hello").next()).isEqualTo("4hello");
    }

    @Test
    void what_was_buffered_is_sent_to_the_new_transport() {
        PollingPeer peer = open();
        peer.send("4one", "0x0102", "4two");
        Link link = webSocket(peer);
        assertThat(link.send("2probe").next()).isEqualTo("3probe");
        link.send("5");
        assertThat(link.next()).isEqualTo("4one");
        assertThat(link.next()).endsWith("0102");
        assertThat(link.next()).isEqualTo("4two");
    }

    @Test
    void before_the_upgrade_packet_messages_go_by_polling() {
        PollingPeer peer = open();
        webSocket(peer).send("2probe").next();
        peer.send("4hello");
        String first = peer.next();
        assertThat(first.equals("6") ? peer.next() : first).isEqualTo("4hello");
    }

    @Test
    void requests_of_long_polling_are_refused_after_it_and_the_session_goes_on() {
        PollingPeer peer = open();
        Link link = webSocket(peer);
        link.send("2probe").next();
        assertThat(link.send("5").send("4over").next()).isEqualTo("4over");
        assertThat(poll(peer).statusCode()).isEqualTo(400);
        HttpRequest.Builder post = payloads().request(client(), peer.sid());
        payloads().write(post, List.of("4no"));
        assertThat(client().send(post).statusCode()).isEqualTo(400);
        assertThat(link.send("4hello").next()).isEqualTo("4hello");
    }

    @Test
    void a_second_WebSocket_is_closed_after_it_and_the_session_goes_on() {
        PollingPeer peer = open();
        Link link = webSocket(peer);
        link.send("2probe").next();
        link.send("5");
        webSocket(peer).closeCode();
        assertThat(link.send("4hello").next()).isEqualTo("4hello");
    }

    @Test
    void a_second_WebSocket_is_closed_during_it_and_the_first_goes_on() {
        PollingPeer peer = open();
        Link link = webSocket(peer);
        link.send("2probe").next();
        webSocket(peer).closeCode();
        assertThat(link.send("5").send("4hello").next()).isEqualTo("4hello");
    }
}
