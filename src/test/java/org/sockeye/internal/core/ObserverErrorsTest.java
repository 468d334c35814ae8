package org.sockeye.internal.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sockeye.DisconnectReason;
import org.sockeye.Dispatch;
import org.sockeye.InvalidPayloadException;
import org.sockeye.InvalidPayloadException.Violation;
import org.sockeye.PayloadException;
import org.sockeye.Socket;
import org.sockeye.SocketError;
import org.sockeye.SocketError.Kind;
import org.sockeye.internal.engine.CloseReason;
import org.sockeye.spi.JsonCodec;

/** What becomes of that which went wrong with the application's beans. */
class ObserverErrorsTest extends CoreSuite {

    private static final String INVALID =
            "30[{\"error\":{\"code\":\"invalid_payload\",\"message\":\"The payload does not fit at"
                    + " [0].age\",\"path\":\"[0].age\"}}]";

    private static final String INTERNAL =
            "30[{\"error\":{\"code\":\"internal_error\",\"message\":\"Internal error\"}}]";

    private final List<SocketError> told = Collections.synchronizedList(new ArrayList<>());
    private final List<SocketError> toldOfSocket = Collections.synchronizedList(new ArrayList<>());
    private final List<SocketError> asked = new ArrayList<>();
    /** What the error mapper says; only used by the test's thread. */
    private Function<SocketError, @Nullable Object> mapper = error -> null;
    /** What the observers do with an event; only used by the test's thread. */
    private Consumer<Outcome> observers = Outcome::returned;

    /** What the observers do with a client that wants to connect; only used by the test's thread. */
    private Consumer<Candidacy> decision = candidacy -> {};

    ObserverErrorsTest() {
        super(Dispatch.CONTAINER);
    }

    @Override
    ApplicationEvents events() {
        return new Beans();
    }

    private Peer listening() throws InterruptedException {
        Peer peer = connect();
        server.onError(told::add);
        peer.socket().onError(toldOfSocket::add);
        return peer;
    }

    private static void misfit(Outcome outcome) {
        assertThat(outcome.unfit(new PayloadException("no age", "[0].age", null)))
                .isTrue();
    }

    @Test
    void what_an_observer_throws_that_is_to_decide_about_a_client_is_told_and_refuses_it() throws InterruptedException {
        server.onError(told::add);
        decision = candidacy -> candidacy.refuse(new IllegalStateException("expected in this test"));
        assertThat(heard(open().says("0"))).containsExactly("4{\"message\":\"Connection refused\"}");
        assertThat(told).singleElement().satisfies(error -> assertThat(error.kind())
                .isEqualTo(Kind.OBSERVER));
    }

    @Test
    void a_payload_that_fits_no_observer_is_told_with_its_path_and_answered() throws InterruptedException {
        Peer peer = listening();
        observers = ObserverErrorsTest::misfit;
        peer.says("20[\"a\",{}]");
        assertThat(heard(peer.client())).containsExactly(INVALID);
        assertThat(told).isEqualTo(toldOfSocket).singleElement().satisfies(error -> {
            assertThat(error.kind()).isEqualTo(Kind.PAYLOAD);
            assertThat(error.event()).isEqualTo("a");
            assertThat(error.path()).isEqualTo("[0].age");
        });
    }

    @Test
    void a_payload_that_is_not_valid_is_told_and_answered_in_the_same_json() throws InterruptedException {
        Peer peer = listening();
        InvalidPayloadException invalid = InvalidPayload.of(
                List.of(new Violation("text", "must not be \"blank\""), new Violation("likes", "too few")), null);
        observers = outcome -> assertThat(outcome.unfit(invalid)).isTrue();
        peer.says("20[\"a\",{}]");
        String json = "{\"error\":{\"code\":\"constraint_violation\",\"message\":\"The payload is not"
                + " valid\",\"violations\":[{\"path\":\"likes\",\"message\":\"too"
                + " few\"},{\"path\":\"text\",\"message\":\"must not be \\\"blank\\\"\"}]}}";
        assertThat(heard(peer.client())).containsExactly("30[" + json + "]");
        assertThat(told).isEqualTo(toldOfSocket).singleElement().satisfies(error -> {
            assertThat(error.kind()).isEqualTo(Kind.CONSTRAINT);
            assertThat(error.cause()).isSameAs(invalid).hasMessage(json);
        });
    }

    @Test
    void a_payload_that_is_not_valid_for_one_is_answered_though_others_were_called_unless_they_have_answered()
            throws InterruptedException {
        Peer peer = listening();
        observers = outcome -> {
            outcome.unfit(InvalidPayload.of(List.of(new Violation("text", "no")), null));
            outcome.returned();
        };
        peer.says("20[\"a\",{}]");
        assertThat(heard(peer.client())).singleElement().asString().contains("constraint_violation");
        peer.client().forgetWhatWasHeard();
        peer.socket().on("b", event -> event.answer("done"));
        peer.says("21[\"b\",{}]");
        assertThat(heard(peer.client())).containsExactly("31[\"done\"]");
    }

    @Test
    void a_listener_may_find_a_payload_invalid_itself() throws InterruptedException {
        Peer peer = listening();
        observers = outcome -> {};
        peer.socket().on("b", event -> {
            throw InvalidPayload.of(List.of(new Violation("", "no")), null);
        });
        peer.says("21[\"b\",{}]");
        assertThat(heard(peer.client())).singleElement().asString().contains("{\"path\":\"\",\"message\":\"no\"}");
    }

    @Test
    void what_is_violated_survives_serialization() throws IOException, ClassNotFoundException {
        InvalidPayloadException invalid = InvalidPayload.of(List.of(new Violation("text", "no")), null);
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        new ObjectOutputStream(written).writeObject(invalid);
        ObjectInputStream read = new ObjectInputStream(new ByteArrayInputStream(written.toByteArray()));
        assertThat(((InvalidPayloadException) read.readObject()).violations()).isEqualTo(invalid.violations());
    }

    @Test
    void a_client_is_told_of_a_hundred_violations_at_most() {
        List<Violation> many = IntStream.range(0, 1_000)
                .mapToObj(i -> new Violation("[" + i + "]", "no"))
                .toList();
        InvalidPayloadException invalid = InvalidPayload.of(many, null);
        assertThat(invalid.violations()).hasSize(1_000);
        assertThat(String.valueOf(invalid.getMessage()).split("path", -1)).hasSize(101);
    }

    @Test
    void a_payload_that_fits_another_observer_or_a_listener_is_left_to_that() throws InterruptedException {
        Peer peer = listening();
        observers = outcome -> {
            misfit(outcome);
            outcome.returned();
        };
        peer.says("20[\"a\",{}]");
        observers = ObserverErrorsTest::misfit;
        peer.socket().on("b", event -> {});
        peer.says("21[\"b\",{}]");
        assertThat(heard(peer.client())).isEmpty();
    }

    @Test
    void what_an_observer_of_an_event_throws_is_told_of_the_server_alone() throws InterruptedException {
        Peer peer = listening();
        RuntimeException thrown = new IllegalStateException("expected in this test");
        observers = outcome -> assertThat(outcome.failed(thrown)).isTrue();
        peer.says("2[\"a\",{}]");
        assertThat(heard(peer.client())).isEmpty();
        assertThat(told).containsExactly(new SocketError(Kind.OBSERVER, peer.socket(), "a", null, thrown));
        assertThat(toldOfSocket).isEmpty();
    }

    @Test
    void a_client_that_waits_for_an_answer_learns_that_an_observer_threw_and_nothing_more()
            throws InterruptedException {
        Peer peer = connect();
        peer.socket().on("a", event -> {});
        observers = outcome -> {
            outcome.failed(new IllegalStateException("expected in this test"));
            outcome.returned();
        };
        peer.says("20[\"a\",{}]");
        assertThat(heard(peer.client())).containsExactly(INTERNAL);
    }

    @Test
    void an_answer_that_somebody_gave_stands() throws InterruptedException {
        Peer peer = connect();
        peer.socket().on("a", event -> event.answer("done"));
        observers = outcome -> outcome.failed(new IllegalStateException("expected in this test"));
        peer.says("20[\"a\",{}]");
        assertThat(heard(peer.client())).containsExactly("30[\"done\"]");
        assertThat(asked).isEmpty();
    }

    @Test
    void the_application_may_say_what_is_answered() throws InterruptedException {
        Peer peer = connect();
        RuntimeException thrown = new IllegalStateException("expected in this test");
        observers = outcome -> outcome.failed(thrown);
        mapper = error -> "sorry";
        peer.says("20[\"a\",{}]");
        assertThat(heard(peer.client())).containsExactly("30[\"sorry\"]");
        assertThat(asked).containsExactly(new SocketError(Kind.OBSERVER, peer.socket(), "a", null, thrown));
    }

    @Test
    void it_is_asked_only_where_a_client_waits() throws InterruptedException {
        Peer peer = connect();
        observers = outcome -> outcome.failed(new IllegalStateException("expected in this test"));
        peer.says("2[\"a\",{}]");
        assertThat(asked).isEmpty();
    }

    @Test
    void where_it_throws_or_says_what_cannot_be_written_the_answer_is_the_usual_one() throws InterruptedException {
        Peer peer = connect();
        observers = outcome -> outcome.failed(new IllegalStateException("expected in this test"));
        mapper = error -> {
            throw new IllegalArgumentException("expected in this test");
        };
        peer.says("20[\"a\",{}]");
        assertThat(heard(peer.client())).containsExactly(INTERNAL);
    }

    @Test
    void what_asynchronous_observers_throw_is_told_and_not_answered() throws InterruptedException {
        Peer peer = listening();
        RuntimeException thrown = new IllegalStateException("expected in this test");
        observers = outcome ->
                outcome.later(failures -> assertThat(failures.failed(thrown)).isTrue());
        peer.says("20[\"a\",{}]");
        settle();
        assertThat(heard(peer.client())).isEmpty();
        assertThat(told).containsExactly(new SocketError(Kind.OBSERVER, peer.socket(), "a", null, thrown));
    }

    @Test
    void what_the_container_finds_wrong_with_the_payload_of_an_asynchronous_observer_is_told_and_answered()
            throws InterruptedException {
        Peer peer = listening();
        observers = outcome -> outcome.later(failures -> assertThat(
                        failures.failed(InvalidPayload.of(List.of(new Violation("text", "must not be blank")), null)))
                .isTrue());
        peer.says("20[\"a\",{}]");
        assertThat(heard(peer.client()))
                .singleElement()
                .asString()
                .contains("constraint_violation", "must not be blank");
        assertThat(told).singleElement().satisfies(error -> assertThat(error.kind())
                .isEqualTo(Kind.CONSTRAINT));
    }

    @Test
    void a_client_that_asynchronous_observers_do_not_keep_up_with_is_closed() throws InterruptedException {
        start("maxWaitingEvents", "3");
        CountDownLatch release = new CountDownLatch(1);
        Peer peer = connect();
        observers = outcome -> outcome.later(failures -> awaitCalmly(release));
        peer.says("2[\"a\"]").says("2[\"a\"]").says("2[\"a\"]").says("2[\"a\"]");
        assertThat(peer.client().isOpen()).isTrue();
        peer.says("2[\"a\"]");
        assertThat(peer.client().isOpen()).isFalse();
        release.countDown();
    }

    @Test
    void what_observers_of_connections_and_disconnections_throw_is_told() throws InterruptedException {
        server.onError(told::add);
        Peer peer = connect();
        peer.client().breaks(CloseReason.TRANSPORT_CLOSE);
        settle();
        assertThat(told).hasSize(2).allSatisfy(error -> {
            assertThat(error.kind()).isEqualTo(Kind.OBSERVER);
            assertThat(error.socket()).isSameAs(peer.socket());
            assertThat(error.event()).isNull();
        });
    }

    @Test
    void nobody_is_told_where_nobody_listens() throws InterruptedException {
        List<Boolean> answers = new ArrayList<>();
        Peer peer = connect();
        observers = outcome -> answers.add(outcome.failed(new IllegalStateException("expected in this test")));
        peer.says("2[\"a\"]");
        assertThat(answers).containsExactly(false);
    }

    private static void awaitCalmly(CountDownLatch latch) {
        try {
            await(latch);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private final class Beans implements ApplicationEvents {

        @Override
        public boolean hasObservers() {
            return true;
        }

        @Override
        public ApplicationEvents of(ManagedServer server) {
            return this;
        }

        @Override
        public @Nullable Object answerTo(SocketError error) {
            asked.add(error);
            return mapper.apply(error);
        }

        @Override
        public void checkReadable(JsonCodec json) {}

        @Override
        public void inRequestContext(Runnable work) {
            work.run();
        }

        @Override
        public void connecting(Candidacy candidacy) {
            decision.accept(candidacy);
        }

        @Override
        public void connected(Socket socket, Delivery delivery) {
            delivery.failed(new IllegalStateException("expected in this test"));
        }

        @Override
        public boolean received(ReceivedEvent event, Outcome outcome) {
            observers.accept(outcome);
            return true;
        }

        @Override
        public void disconnecting(
                Socket socket, DisconnectReason reason, @Nullable String description, Delivery delivery) {}

        @Override
        public void disconnected(
                Socket socket, DisconnectReason reason, @Nullable String description, Delivery delivery) {
            delivery.failed(new IllegalStateException("expected in this test"));
        }
    }
}
