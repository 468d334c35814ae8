package org.sockeye.internal.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sockeye.Dispatch;
import org.sockeye.PayloadException;
import org.sockeye.RemoteSocket;
import org.sockeye.Socket;
import org.sockeye.SocketData;
import org.sockeye.TypeRef;
import org.sockeye.internal.engine.CloseReason;
import org.sockeye.internal.json.Codecs;
import org.sockeye.spi.JsonCodec;

/** What an application notes of a socket. */
class SocketDataTest {

    /** Somebody, with a picture. */
    public record User(String name, byte[] picture) {}

    /** Everything that is noted, in one. */
    public record Notes(User user, byte[] icon, int visits) {}

    @Nested
    class Values {

        static List<JsonCodec> codecs() {
            return Codecs.overJsonB().toList();
        }

        @ParameterizedTest
        @MethodSource("codecs")
        void are_read_as_the_type_that_is_asked_for(JsonCodec codec) {
            SocketData.Mutable data = new CoreSocketData(codec, Map.of());
            data.put("visits", 3);
            data.put("tags", List.of("x", "y"));
            data.put("nothing", null);
            assertThat(data.get("visits", int.class)).isEqualTo(3);
            assertThat(data.get("visits", Long.class)).isEqualTo(3L);
            assertThat(data.get("tags", new TypeRef<List<String>>() {})).containsExactly("x", "y");
            assertThat(data.get("nothing", String.class)).isNull();
            assertThat(data.get("missing", String.class)).isNull();
            assertThat(data.names()).containsExactly("nothing", "tags", "visits");
            assertThat(data.toString()).isEqualTo("[nothing, tags, visits]");
            assertThatExceptionOfType(PayloadException.class).isThrownBy(() -> data.get("tags", int.class));
        }

        @ParameterizedTest
        @MethodSource("codecs")
        void may_be_records_with_bytes_inside(JsonCodec codec) {
            SocketData.Mutable data = new CoreSocketData(codec, Map.of());
            data.put("user", new User("Ann", new byte[] {1, 2}));
            User user = Objects.requireNonNull(data.get("user", User.class));
            assertThat(user.name()).isEqualTo("Ann");
            assertThat(user.picture()).containsExactly(1, 2);
        }

        @ParameterizedTest
        @MethodSource("codecs")
        void are_the_members_of_one_object(JsonCodec codec) {
            SocketData.Mutable data = new CoreSocketData(codec, Map.of());
            assertThat(data.as(new TypeRef<Map<String, Object>>() {})).isEmpty();
            data.put(
                    "user",
                    new User(
                            "A \"{\\\"_placeholder\\\":true,\\\"num\\\":0}\" {\"_placeholder\":true,\"num\":0}",
                            new byte[] {1}));
            data.put("icon", new byte[] {2});
            data.put("visits", 4);
            Notes notes = Objects.requireNonNull(data.as(Notes.class));
            assertThat(notes.user().picture()).containsExactly(1);
            assertThat(notes.user().name()).endsWith(" {\"_placeholder\":true,\"num\":0}");
            assertThat(notes.icon()).containsExactly(2);
            assertThat(notes.visits()).isEqualTo(4);
        }

        @ParameterizedTest
        @MethodSource("codecs")
        void are_kept_as_they_were_when_they_were_noted(JsonCodec codec) {
            SocketData.Mutable data = new CoreSocketData(codec, Map.of());
            byte[] picture = {1};
            data.put("picture", picture);
            picture[0] = 9;
            assertThat(data.get("picture", byte[].class)).containsExactly(1);
            data.remove("picture");
            data.remove("picture");
            assertThat(data.names()).isEmpty();
        }
    }

    abstract static class Suite extends CoreSuite {

        Suite(Dispatch dispatch) {
            super(dispatch);
        }

        @Test
        void are_of_one_socket_and_travel_with_it() throws Exception {
            Peer one = connect();
            Peer two = connect();
            one.socket().data().put("name", "one");
            assertThat(two.socket().data().names()).isEmpty();
            RemoteSocket fetched = server.in(one.socket().id())
                    .fetchSockets()
                    .toCompletableFuture()
                    .get(10, TimeUnit.SECONDS)
                    .get(0);
            assertThat(fetched).isSameAs(one.socket());
            assertThat(fetched.data().get("name", String.class)).isEqualTo("one");
            one.client().breaks(CloseReason.TRANSPORT_CLOSE);
            assertThat(one.socket().data().get("name", String.class)).isEqualTo("one");
        }

        @Test
        void that_cannot_be_written_leave_the_ones_before() throws InterruptedException {
            Peer one = connect();
            one.socket().data().put("name", "one");
            assertThatExceptionOfType(PayloadException.class)
                    .isThrownBy(() -> one.socket().data().put("name", new Object()));
            assertThat(one.socket().data().get("name", String.class)).isEqualTo("one");
        }

        @Test
        void that_are_objects_of_this_server_are_attributes() throws InterruptedException {
            Peer one = connect();
            Peer two = connect();
            Object session = new Object();
            one.socket().attributes().put("session", session);
            assertThat(one.socket().attributes().get("session")).isSameAs(session);
            assertThat(two.socket().attributes()).isEmpty();
            assertThat(one.socket().data().names()).isEmpty();
        }

        @Test
        void are_noted_in_middleware_already() throws InterruptedException {
            server.use(socket -> {
                socket.data().put("name", "from middleware");
                socket.attributes().put("seen", true);
            });
            Socket socket = connect().socket();
            assertThat(socket.data().get("name", String.class)).isEqualTo("from middleware");
            assertThat(socket.attributes()).containsEntry("seen", true);
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
