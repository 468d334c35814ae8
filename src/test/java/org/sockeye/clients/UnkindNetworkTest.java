package org.sockeye.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.json.JSONArray;
import org.json.JSONException;
import org.json.JSONObject;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockeye.harness.EmbeddedTomcat;
import org.sockeye.harness.UnkindManner;
import org.sockeye.harness.UnkindProxy;

/** npm's socket.io-client behind networks that are unkind to WebSockets, both sides saying numbers all the time. */
class UnkindNetworkTest {

    private static final String CLIENT_4 = "socket.io-client";
    private static final String CLIENT_2 = "socket.io-client-2";
    private static final String SOON = "300";
    private static final String UPGRADE_IN_TIME = "10000";
    private static final String BY_DEFAULT = "{}";
    private static final String WITH_RETRIES = "{\"retries\": 1000, \"ackTimeout\": 3000}";
    private static final String WEBSOCKET_FIRST =
            "{\"transports\": [\"websocket\", \"polling\"], \"tryAllTransports\": true}";

    enum Obstacle {
        REFUSED_WITH_400(() -> UnkindManner.refusing(400)),
        REFUSED_WITH_403(() -> UnkindManner.refusing(403)),
        ASKED_FOR_WITHOUT_UPGRADE(UnkindManner::stripping),
        REQUEST_SWALLOWED(UnkindManner::swallowingRequests),
        ANSWER_SWALLOWED(UnkindManner::swallowingAnswers),
        FRAMES_SWALLOWED(UnkindManner::swallowingFrames);

        private final Supplier<UnkindManner> manner;

        Obstacle(Supplier<UnkindManner> manner) {
            this.manner = manner;
        }
    }

    /** What the client saw. */
    private record Seen(JSONObject report) {

        static Seen by(UnkindManner manner, CountingApplication application, String options, String upgradeTimeout) {
            return by(CLIENT_4, manner, application, options, upgradeTimeout);
        }

        static Seen by(
                String client,
                UnkindManner manner,
                CountingApplication application,
                String options,
                String upgradeTimeout) {
            try (EmbeddedTomcat tomcat = EmbeddedTomcat.builder()
                            .setting("allowEIO3", "true")
                            .setting("upgradeTimeout", upgradeTimeout)
                            .application(application::install)
                            .start();
                    UnkindProxy proxy = new UnkindProxy(tomcat.port(), manner)) {
                String output =
                        NodeScript.run("counting.js", client, proxy.http("/").toString(), options);
                return new Seen(new JSONObject(output));
            } catch (JSONException stuck) {
                throw new AssertionError(stuck);
            }
        }

        int number(String name) {
            return report.optInt(name);
        }

        List<Integer> numbers(String name) {
            JSONArray array = report.optJSONArray(name);
            return IntStream.range(0, array.length()).mapToObj(array::optInt).toList();
        }

        String text(String name) {
            return report.optString(name);
        }
    }

    private static List<Integer> oneTo(int last) {
        return IntStream.rangeClosed(1, last).boxed().toList();
    }

    @Nested
    class Where_no_WebSocket_comes_about {

        /** Until half as much again was said as when the attempt was over. */
        private static Predicate<CountingApplication> longEnoughAfter(UnkindManner manner) {
            AtomicInteger heardAfter = new AtomicInteger();
            return application -> manner.firstOver().isDone() && heardAfter.incrementAndGet() == 50;
        }

        static Stream<Arguments> clientsAndObstacles() {
            return Stream.of(CLIENT_4, CLIENT_2)
                    .flatMap(client -> Stream.of(Obstacle.values()).map(obstacle -> Arguments.of(client, obstacle)));
        }

        @ParameterizedTest
        @MethodSource("clientsAndObstacles")
        void the_client_stays_on_long_polling_and_every_message_of_either_side_arrives_once_and_in_order(
                String client, Obstacle webSocket) {
            UnkindManner manner = webSocket.manner.get();
            CountingApplication application = new CountingApplication(false, longEnoughAfter(manner));
            Seen seen = Seen.by(client, manner, application, BY_DEFAULT, SOON);
            assertThat(seen.text("transport")).isEqualTo("polling");
            assertThat(seen.number("connections")).isOne();
            assertThat(manner.met()).isOne();
            assertThat(application.heard()).isEqualTo(oneTo(seen.number("said")));
            assertThat(seen.numbers("told")).isEqualTo(oneTo(seen.number("said")));
        }

        @ParameterizedTest
        @EnumSource(mode = Mode.MATCH_NONE, names = ".*SWALLOWED")
        void a_client_that_tries_all_transports_WebSocket_first_comes_by_long_polling(Obstacle webSocket) {
            UnkindManner manner = webSocket.manner.get();
            CountingApplication application = new CountingApplication(false, longEnoughAfter(manner));
            Seen seen = Seen.by(manner, application, WEBSOCKET_FIRST, SOON);
            assertThat(application.transports()).containsExactly("polling");
            assertThat(application.heard()).isEqualTo(oneTo(seen.number("said")));
            assertThat(seen.numbers("told")).isEqualTo(oneTo(seen.number("said")));
        }
    }

    @Nested
    class Where_WebSockets_are_cut {

        private static final int CUTS = 5;
        private static final int HEARD_BEFORE_A_CUT = 20;

        private final UnkindManner.Cutting cutting = new UnkindManner.Cutting();
        private final AtomicInteger cuts = new AtomicInteger();

        /** Cuts a client some time after each upgrade, and has enough after the last one. */
        private boolean cut(CountingApplication application) {
            boolean due = application.heardSinceUpgrade() == HEARD_BEFORE_A_CUT;
            if (due && cuts.getAndIncrement() < CUTS) {
                cutting.cut();
                return false;
            }
            return due;
        }

        private static void assertAllArrived(CountingApplication application, Seen seen) {
            assertThat(application.heard()).isSorted().hasSameElementsAs(oneTo(seen.number("said")));
            assertThat(seen.numbers("told")).isSorted().hasSameElementsAs(oneTo(seen.number("said")));
        }

        @ParameterizedTest
        @ValueSource(strings = {CLIENT_4, CLIENT_2})
        void the_client_comes_back_by_long_polling_each_time(String client) {
            CountingApplication application = new CountingApplication(false, this::cut);
            Seen seen = Seen.by(client, cutting, application, BY_DEFAULT, UPGRADE_IN_TIME);
            assertThat(application.transports()).hasSize(CUTS + 1).containsOnly("polling");
            assertThat(seen.number("connections")).isEqualTo(CUTS + 1);
        }

        @ParameterizedTest
        @ValueSource(strings = {CLIENT_4, CLIENT_2})
        void what_the_client_emits_while_it_is_away_arrives_once_when_it_is_back_and_all_is_in_order(String client) {
            CountingApplication application = new CountingApplication(false, this::cut);
            Seen seen = Seen.by(client, cutting, application, BY_DEFAULT, UPGRADE_IN_TIME);
            assertThat(seen.numbers("saidWhileDisconnected")).hasSizeGreaterThanOrEqualTo(CUTS);
            assertThat(application.heard())
                    .doesNotHaveDuplicates()
                    .isSorted()
                    .containsAll(seen.numbers("saidWhileDisconnected"));
        }

        @Test
        void with_retries_every_acknowledged_message_of_either_side_arrives_at_least_once_and_in_order() {
            CountingApplication application = new CountingApplication(true, this::cut);
            assertAllArrived(application, Seen.by(cutting, application, WITH_RETRIES, UPGRADE_IN_TIME));
        }

        @Test
        void after_5_seconds_the_same_holds() {
            AtomicInteger heardAfter = new AtomicInteger();
            CountingApplication application = new CountingApplication(
                    true,
                    counting -> counting.transports().size() == 2
                            && counting.heardSinceUpgrade() > 0
                            && heardAfter.incrementAndGet() == 50);
            Seen seen = Seen.by(
                    UnkindManner.cuttingAfter(Duration.ofSeconds(5)), application, WITH_RETRIES, UPGRADE_IN_TIME);
            assertThat(application.transports()).containsExactly("polling", "polling");
            assertAllArrived(application, seen);
        }
    }
}
