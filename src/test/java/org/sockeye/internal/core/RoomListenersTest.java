package org.sockeye.internal.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.sockeye.Dispatch;
import org.sockeye.RoomListener;
import org.sockeye.internal.engine.CloseReason;

class RoomListenersTest {

    /** Writes down what it is told. */
    static final class Told implements RoomListener {
        final List<String> notices = Collections.synchronizedList(new ArrayList<>());

        @Override
        public void created(String room) {
            notices.add("created " + room);
        }

        @Override
        public void deleted(String room) {
            notices.add("deleted " + room);
        }

        @Override
        public void joined(String room, String socketId) {
            notices.add("joined " + room + " " + socketId);
        }

        @Override
        public void left(String room, String socketId) {
            notices.add("left " + room + " " + socketId);
        }
    }

    abstract static class Suite extends CoreSuite {

        final Told told = new Told();

        Suite(Dispatch dispatch) {
            super(dispatch);
        }

        /** What was told since the last question, with a socket's id as {@code #}. */
        List<String> notices(Peer peer) throws InterruptedException {
            settle();
            List<String> notices = told.notices.stream()
                    .map(notice -> notice.replace(peer.socket().id(), "#"))
                    .toList();
            told.notices.clear();
            return notices;
        }

        @Test
        void are_told_of_rooms_and_their_members_in_the_order_in_which_it_happens() throws InterruptedException {
            server.of("/").onRoom(told);
            Peer one = connect();
            assertThat(notices(one)).containsExactly("created #", "joined # #");
            Peer two = connect();
            notices(two);
            one.socket().join("red", "blue", "red");
            one.socket().join("red");
            assertThat(notices(one)).containsExactly("created red", "joined red #", "created blue", "joined blue #");
            two.socket().join("red");
            assertThat(notices(two)).containsExactly("joined red #");
            one.socket().leave("red", "green");
            assertThat(notices(one)).containsExactly("left red #");
            two.socket().leave("red");
            two.socket().leave("red");
            assertThat(notices(two)).containsExactly("left red #", "deleted red");
            one.client().breaks(CloseReason.TRANSPORT_CLOSE);
            assertThat(notices(one)).containsExactly("left # #", "deleted #", "left blue #", "deleted blue");
        }

        @Test
        void are_told_of_what_is_done_to_many() throws InterruptedException {
            Peer one = connect();
            server.of("/").onRoom(told);
            server.socketsJoin("red", "blue");
            assertThat(notices(one)).containsExactly("created red", "joined red #", "created blue", "joined blue #");
            server.in("red").socketsLeave("blue");
            assertThat(notices(one)).containsExactly("left blue #", "deleted blue");
            server.disconnectSockets();
            assertThat(notices(one)).containsExactly("left # #", "deleted #", "left red #", "deleted red");
        }

        @Test
        void are_told_of_their_own_namespace_and_from_then_on_only() throws InterruptedException {
            Peer one = connect();
            one.socket().join("red");
            server.of("/other").onRoom(told);
            server.of("/").onRoom(told);
            assertThat(notices(one)).isEmpty();
            one.socket().leave("red");
            assertThat(notices(one)).containsExactly("left red #", "deleted red");
        }

        @Test
        void that_throw_are_told_to_the_error_listeners_and_disturb_nobody() throws InterruptedException {
            List<String> errors = Collections.synchronizedList(new ArrayList<>());
            server.onError(
                    error -> errors.add(error.kind() + " " + error.cause().getMessage() + error.socket()));
            Peer one = connect();
            server.of("/").onRoom(new RoomListener() {
                @Override
                public void created(String room) {
                    throw new IllegalStateException("created " + room);
                }
            });
            server.of("/").onRoom(told);
            one.socket().join("red");
            assertThat(notices(one)).containsExactly("created red", "joined red #");
            assertThat(errors).containsExactly("LISTENER created rednull");
        }

        @Test
        void may_do_what_they_like_with_rooms() throws InterruptedException {
            Peer one = connect();
            server.of("/").onRoom(told);
            server.of("/").onRoom(new RoomListener() {
                @Override
                public void joined(String room, String socketId) {
                    if (room.equals("red")) {
                        one.socket().join("blue");
                        one.socket().leave("red");
                    }
                }
            });
            one.socket().join("red");
            assertThat(notices(one))
                    .containsExactly(
                            "created red",
                            "joined red #",
                            "created blue",
                            "joined blue #",
                            "left red #",
                            "deleted red");
        }

        @Test
        void are_not_told_under_a_lock() throws InterruptedException {
            Peer one = connect();
            Peer two = connect();
            List<Boolean> joined = Collections.synchronizedList(new ArrayList<>());
            server.of("/").onRoom(new RoomListener() {
                @Override
                public void created(String room) {
                    if (room.equals("red")) {
                        joined.add(joinsMeanwhile(one, "blue"));
                        joined.add(joinsMeanwhile(two, "red"));
                    }
                }
            });
            one.socket().join("red");
            settle();
            assertThat(joined).containsExactly(true, true);
        }

        /** Another thread can change the same rooms while the listener runs. */
        private boolean joinsMeanwhile(Peer peer, String room) {
            CountDownLatch joined = new CountDownLatch(1);
            Thread other = new Thread(() -> {
                peer.socket().join(room);
                joined.countDown();
            });
            other.start();
            try {
                return joined.await(10, TimeUnit.SECONDS);
            } catch (InterruptedException interrupted) {
                return false;
            }
        }

        @Test
        void are_told_a_story_that_makes_sense_while_many_threads_join_and_leave() throws InterruptedException {
            List<Peer> peers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                peers.add(connect());
            }
            server.of("/").onRoom(told);
            CountDownLatch done = new CountDownLatch(peers.size() * 2);
            for (Peer peer : peers) {
                for (int offset : new int[] {0, 1}) {
                    executor.execute(() -> {
                        IntStream.range(0, 300).forEach(n -> {
                            peer.socket().join("r" + (n + offset) % 3);
                            peer.socket().leave("r" + (n * 2 + offset) % 3);
                        });
                        done.countDown();
                    });
                }
            }
            await(done);
            peers.forEach(peer -> peer.socket().leave("r0", "r1", "r2"));
            settle();
            Map<String, Set<String>> rooms = new HashMap<>();
            told.notices.forEach(notice -> follow(rooms, notice.split(" ", -1)));
            assertThat(rooms).isEmpty();
            assertThat(told.notices).hasSizeGreaterThan(8);
        }

        private static void follow(Map<String, Set<String>> rooms, String... notice) {
            String room = notice[1];
            switch (notice[0]) {
                case "created" -> assertThat(rooms.put(room, new HashSet<>())).isNull();
                case "deleted" -> assertThat(rooms.remove(room)).isEmpty();
                case "joined" -> assertThat(members(rooms, room).add(notice[2])).isTrue();
                default -> assertThat(members(rooms, room).remove(notice[2])).isTrue();
            }
        }

        private static Set<String> members(Map<String, Set<String>> rooms, String room) {
            return Objects.requireNonNull(rooms.get(room), room + " was not created");
        }

        @Test
        void are_not_told_of_a_room_without_a_name_which_is_refused_and_changes_nothing() throws InterruptedException {
            Peer one = connect();
            server.of("/").onRoom(told);
            String[] names = {"red", "blue"};
            names[1] = System.getProperty("there is no such property");
            assertThatExceptionOfType(NullPointerException.class)
                    .isThrownBy(() -> one.socket().join(names));
            assertThatExceptionOfType(NullPointerException.class).isThrownBy(() -> server.socketsJoin(names));
            assertThatExceptionOfType(NullPointerException.class)
                    .isThrownBy(() -> one.socket().leave(names));
            assertThat(notices(one)).isEmpty();
            one.client().breaks(CloseReason.TRANSPORT_CLOSE);
            assertThat(notices(one)).containsExactly("left # #", "deleted #");
            assertThat(server.of("/").rooms().count()).isZero();
        }
    }

    @Nested
    class On_container_threads extends Suite {
        On_container_threads() {
            super(Dispatch.CONTAINER);
        }
    }

    @Nested
    class On_an_executor extends Suite {
        On_an_executor() {
            super(Dispatch.EXECUTOR);
        }
    }
}
