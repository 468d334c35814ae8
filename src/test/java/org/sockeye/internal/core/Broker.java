package org.sockeye.internal.core;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.sockeye.AckTimeoutException;
import org.sockeye.internal.engine.Timer;
import org.sockeye.spi.Adapter;
import org.sockeye.spi.AnswerPacket;
import org.sockeye.spi.Answers;
import org.sockeye.spi.EventPacket;
import org.sockeye.spi.Flags;
import org.sockeye.spi.JsonValue;
import org.sockeye.spi.LocalSockets;
import org.sockeye.spi.Selector;
import org.sockeye.spi.SocketDetails;

/**
 * Joins the servers of a test by what the SPI offers. What goes from server to server is copied, part by part: an object of one never is seen by another,
 * as if it had been bytes. A member may be deaf: nothing reaches it any more, and nobody has been told.
 */
final class Broker {

    private final List<Member> members = new CopyOnWriteArrayList<>();

    /** The adapter of a namespace of one server. */
    Adapter member(String server, LocalSockets local, Timer timer) {
        return new Member(server, local, timer);
    }

    /** How many questions are kept. */
    int questions() {
        return members.stream().mapToInt(member -> member.questions.size()).sum();
    }

    /** A server cannot be reached any more. */
    void deafen(String server) {
        members.stream().filter(member -> member.server.equals(server)).forEach(member -> member.deaf = true);
    }

    private static EventPacket copy(EventPacket packet) {
        return new EventPacket(
                copy(packet.namespace()),
                texts(packet.data()),
                bytes(packet.attachments()),
                packet.id(),
                packet.offset());
    }

    private static AnswerPacket copy(AnswerPacket answer) {
        return new AnswerPacket(texts(answer.data()), bytes(answer.attachments()));
    }

    private static Selector copy(Selector selector) {
        return new Selector(names(selector.rooms()), names(selector.except()));
    }

    private static Flags copy(Flags flags) {
        return new Flags(
                flags.isVolatile(),
                flags.compress(),
                flags.isLocal(),
                flags.timeout().map(deadline -> Duration.ofMillis(deadline.toMillis())));
    }

    private static SocketDetails copy(SocketDetails socket) {
        Map<String, JsonValue> data = new HashMap<>();
        socket.data()
                .forEach((name, value) ->
                        data.put(copy(name), new JsonValue(copy(value.json()), bytes(value.attachments()))));
        return SocketDetails.of(copy(socket.id()), copy(socket.handshake()), names(socket.rooms()), data);
    }

    private static String copy(String text) {
        return String.copyValueOf(text.toCharArray());
    }

    private static List<String> texts(List<String> some) {
        return some.stream().map(Broker::copy).toList();
    }

    private static Set<String> names(Set<String> some) {
        return some.stream().map(Broker::copy).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static List<byte[]> bytes(List<byte[]> some) {
        return some.stream().map(byte[]::clone).toList();
    }

    /** What one server has asked the others, and what each of them still owes: nothing is known of those that are not in the map. */
    private static final class Question {
        final Answers answers;
        final Map<Member, Integer> owed = new ConcurrentHashMap<>();

        Question(Answers answers) {
            this.answers = answers;
        }

        void promised(Member by, int count) {
            owed.put(by, count);
            answers.expect(count);
        }

        void answered(Member by, AnswerPacket answer) {
            owed.merge(by, -1, Integer::sum);
            answers.answer(copy(answer));
        }

        void gone(Member who) {
            Integer left = owed.remove(who);
            answers.expect(left == null ? 0 : -left);
        }
    }

    /** One namespace of one server. */
    private final class Member implements Adapter {
        private final String server;
        private final LocalSockets local;
        private final Timer timer;
        private final List<Question> questions = new CopyOnWriteArrayList<>();
        private volatile boolean deaf; // written by the test, read by any thread

        Member(String server, LocalSockets local, Timer timer) {
            this.server = server;
            this.local = local;
            this.timer = timer;
        }

        @Override
        public LocalSockets local() {
            return local;
        }

        @Override
        public void init() {
            members.add(this);
        }

        @Override
        public void close() {
            members.remove(this);
            members.forEach(member -> member.questions.forEach(question -> question.gone(this)));
        }

        @Override
        public CompletionStage<Integer> serverCount() {
            return CompletableFuture.completedFuture(1 + others().size());
        }

        @Override
        public void broadcast(EventPacket packet, Selector selector, Flags flags) {
            local.deliver(packet, selector, flags);
            tell(flags, other -> other.local.deliver(copy(packet), copy(selector), copy(flags)));
        }

        @Override
        public void broadcastWithAck(EventPacket packet, Selector selector, Flags flags, Answers answers) {
            local.deliverWithAck(packet, selector, flags, answers);
            if (!flags.isLocal()) {
                Question question = ask(answers, flags);
                tell(
                        flags,
                        other -> other.local.deliverWithAck(
                                copy(packet), copy(selector), copy(flags), other.answersTo(question)));
            }
        }

        private Question ask(Answers answers, Flags flags) {
            Question question = new Question(answers);
            questions.add(question);
            timer.schedule(flags.timeout().orElseThrow(), () -> questions.remove(question));
            return question;
        }

        private Answers answersTo(Question question) {
            return new Answers() {
                @Override
                public void expect(int count) {
                    question.promised(Member.this, count);
                }

                @Override
                public void answer(AnswerPacket answer) {
                    question.answered(Member.this, answer);
                }
            };
        }

        @Override
        public CompletionStage<List<SocketDetails>> fetchSockets(Selector selector, Flags flags) {
            List<SocketDetails> found = Collections.synchronizedList(new ArrayList<>(local.fetch(selector)));
            CompletableFuture<List<SocketDetails>> all = new CompletableFuture<>();
            if (flags.isLocal() || others().stream().noneMatch(other -> other.deaf)) {
                tell(flags, other -> other.local.fetch(copy(selector)).stream()
                        .map(Broker::copy)
                        .forEach(found::add));
                all.complete(found);
            } else {
                timer.schedule(
                        flags.timeout().orElse(Duration.ofSeconds(5)),
                        () -> all.completeExceptionally(new AckTimeoutException("A server did not answer")));
            }
            return all;
        }

        @Override
        public void addSockets(Selector selector, Flags flags, Set<String> rooms) {
            local.join(selector, rooms);
            tell(flags, other -> other.local.join(copy(selector), names(rooms)));
        }

        @Override
        public void delSockets(Selector selector, Flags flags, Set<String> rooms) {
            local.leave(selector, rooms);
            tell(flags, other -> other.local.leave(copy(selector), names(rooms)));
        }

        @Override
        public void disconnectSockets(Selector selector, Flags flags, boolean close) {
            local.disconnect(selector, close);
            tell(flags, other -> other.local.disconnect(copy(selector), close));
        }

        @Override
        public void serverSideEmit(EventPacket packet) {
            tell(Flags.NONE, other -> other.local.serverSideEvent(copy(packet)));
        }

        @Override
        public void serverSideEmitWithAck(EventPacket packet, Flags flags, Answers answers) {
            answers.expect(others().size());
            tell(
                    Flags.NONE,
                    other -> other.local.serverSideEvent(copy(packet), answer -> answers.answer(copy(answer))));
        }

        private void tell(Flags flags, Consumer<Member> message) {
            if (!flags.isLocal()) {
                others().stream().filter(other -> !other.deaf).forEach(message);
            }
        }

        private List<Member> others() {
            return members.stream()
                    .filter(member -> member != this && member.local.namespace().equals(local.namespace()))
                    .toList();
        }
    }
}
