package org.sockeye.internal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sockeye.SocketIoConfig;
import org.sockeye.harness.CapturedLog;
import org.sockeye.harness.EmbeddedTomcat;
import org.sockeye.internal.core.ProducedSettings.Produced;
import org.sockeye.internal.core.ServerDirectory;

/** Where settings may be given, and which one wins, in an application whose only server is named {@code chat}. */
class SettingsTest {

    /** The strongest first. */
    enum Place {
        INIT_PARAM("init-param pingInterval of servlet chat"),
        CONTEXT_PARAM_OF_THE_SERVER("context-param sockeye.chat.pingInterval"),
        CONTEXT_PARAM_OF_EVERY_SERVER("context-param sockeye.pingInterval"),
        PROPERTY_OF_THE_SERVER(
                "MicroProfile Config property sockeye.chat.pingInterval of PropertiesConfigSource[source=a file]"),
        PROPERTY_OF_EVERY_SERVER(
                "MicroProfile Config property sockeye.pingInterval of PropertiesConfigSource[source=a file]"),
        BEAN_OF_THE_SERVER("a bean of the server"),
        BEAN_OF_EVERY_SERVER("a bean of every server"),
        NOWHERE("");

        private final String source;

        Place(String source) {
            this.source = source;
        }

        /** What is given here and nowhere else. */
        String value() {
            return "PT" + (List.of(values()).indexOf(this) + 1) + "S";
        }
    }

    /** An application that is given settings in some places. */
    private static final class Application implements ServletContextListener {

        private final EmbeddedTomcat.Builder tomcat = EmbeddedTomcat.builder().declared();
        private final Map<String, String> properties = new LinkedHashMap<>();
        private final List<Produced> beans = new ArrayList<>();

        Application given(Place place, String name, String value) {
            switch (place) {
                case INIT_PARAM -> tomcat.setting(name, value);
                case CONTEXT_PARAM_OF_THE_SERVER -> contextParam("sockeye.chat." + name, value);
                case CONTEXT_PARAM_OF_EVERY_SERVER -> contextParam("sockeye." + name, value);
                case PROPERTY_OF_THE_SERVER -> properties.put("sockeye.chat." + name, value);
                case PROPERTY_OF_EVERY_SERVER -> properties.put("sockeye." + name, value);
                case BEAN_OF_THE_SERVER, BEAN_OF_EVERY_SERVER ->
                    beans.add(new Produced(
                            SocketIoConfig.builder().set(name, value).build(), place.source));
                case NOWHERE -> {}
            }
            return this;
        }

        Application contextParam(String name, String value) {
            tomcat.context(context -> context.addParameter(name, value));
            return this;
        }

        @Override
        public void contextInitialized(ServletContextEvent event) {
            ClassLoader loader = event.getServletContext().getClassLoader();
            ServerDirectory.of(loader).settings(server -> beans);
            ConfigProviderResolver.instance()
                    .registerConfig(
                            new SmallRyeConfigBuilder()
                                    .withSources(new PropertiesConfigSource(properties, "a file", 100))
                                    .build(),
                            loader);
        }

        SocketIoConfig settings() {
            try (EmbeddedTomcat started = tomcat.listener(this).start()) {
                return started.server().config();
            }
        }

        String refusal() {
            try (CapturedLog log = new CapturedLog("org.apache.catalina.core")) {
                assertThatExceptionOfType(IllegalStateException.class).isThrownBy(tomcat.listener(this)::start);
                return log.text()
                        .lines()
                        .filter(line -> line.contains("ConfigurationException: "))
                        .findFirst()
                        .orElseThrow();
            }
        }
    }

    @Nested
    class Of_two_places {

        static Stream<Arguments> pairs() {
            return Arrays.stream(Place.values()).flatMap(stronger -> Arrays.stream(Place.values())
                    .filter(weaker -> weaker.compareTo(stronger) > 0)
                    .map(weaker -> arguments(stronger, weaker)));
        }

        @ParameterizedTest
        @MethodSource("pairs")
        void the_stronger_wins(Place stronger, Place weaker) {
            Application application = new Application();
            application.given(stronger, "pingInterval", stronger.value());
            application.given(weaker, "pingInterval", weaker.value());
            assertThat(application.settings().pingInterval()).isEqualTo(Duration.parse(stronger.value()));
        }

        @ParameterizedTest
        @MethodSource("pairs")
        void each_gives_what_the_other_does_not(Place stronger, Place weaker) {
            Application application = new Application();
            application.given(stronger, "pingInterval", stronger.value());
            application.given(weaker, "pingTimeout", "PT3S");
            SocketIoConfig settings = application.settings();
            assertThat(settings.pingInterval()).isEqualTo(Duration.parse(stronger.value()));
            assertThat(settings.pingTimeout())
                    .isEqualTo(weaker == Place.NOWHERE ? Duration.ofSeconds(20) : Duration.ofSeconds(3));
        }
    }

    @Test
    void of_all_places_the_strongest_wins() {
        Application application = new Application();
        for (Place place : Place.values()) {
            application.given(place, "pingInterval", place.value());
        }
        assertThat(application.settings().pingInterval()).isEqualTo(Duration.parse(Place.INIT_PARAM.value()));
    }

    @Nested
    class A_setting_that_cannot_work_stops_the_deployment {

        @ParameterizedTest
        @EnumSource(
                mode = EnumSource.Mode.EXCLUDE,
                names = {"BEAN_OF_THE_SERVER", "BEAN_OF_EVERY_SERVER", "NOWHERE"})
        void wherever_a_value_is_wrong(Place place) {
            assertThat(new Application().given(place, "pingInterval", "soon").refusal())
                    .contains("Server \"chat\": Setting \"pingInterval\" is \"soon\"; allowed is a duration")
                    .contains(place.source);
        }

        @ParameterizedTest
        @EnumSource(
                mode = EnumSource.Mode.EXCLUDE,
                names = {"BEAN_OF_THE_SERVER", "BEAN_OF_EVERY_SERVER", "NOWHERE"})
        void wherever_a_name_is_wrong(Place place) {
            assertThat(new Application().given(place, "pingIntervall", "5").refusal())
                    .contains("Server \"chat\": Unknown setting \"pingIntervall\" is \"5\"; the settings are path,")
                    .contains(place.source.replace("pingInterval", "pingIntervall"));
        }

        @Test
        void also_where_a_stronger_place_has_a_right_one() {
            assertThat(new Application()
                            .given(Place.INIT_PARAM, "pingInterval", "5")
                            .given(Place.PROPERTY_OF_EVERY_SERVER, "pingInterval", "soon")
                            .refusal())
                    .contains("\"soon\"");
        }

        @Test
        void where_two_places_do_not_fit_together() {
            assertThat(new Application()
                            .given(Place.CONTEXT_PARAM_OF_EVERY_SERVER, "corsOrigins", "*")
                            .given(Place.BEAN_OF_EVERY_SERVER, "corsCredentials", "true")
                            .refusal())
                    .contains("\"corsOrigins\" is \"*\" while \"corsCredentials\" is \"true\"")
                    .contains("corsOrigins by context-param sockeye.corsOrigins")
                    .contains("corsCredentials by a bean of every server");
        }

        @ParameterizedTest
        @CsvSource({"jsonCodec, gson", "parser, bson"})
        void where_there_is_nothing_of_that_name(String setting, String value) {
            assertThat(new Application()
                            .given(Place.BEAN_OF_EVERY_SERVER, setting, value)
                            .refusal())
                    .contains("Server \"chat\": Setting \"" + setting + "\" is \"" + value + "\"; allowed is one of")
                    .contains("by a bean of every server");
        }

        @ParameterizedTest
        @CsvSource({"sockeye.game.pingInterval, game", "sockeye..pingInterval, ''", "sockeye.Chat.pingInterval, Chat"})
        void where_a_context_param_is_for_a_server_that_there_is_not(String name, String server) {
            assertThat(new Application().contextParam(name, "5").refusal())
                    .contains("Setting \"pingInterval\" is \"5\" for a server \"" + server + "\"")
                    .contains("allowed is one of chat")
                    .contains("context-param " + name);
        }

        @Test
        void where_a_property_is_for_a_server_that_there_is_not() {
            assertThat(new Application()
                            .given(Place.PROPERTY_OF_EVERY_SERVER, "game.pingInterval", "5")
                            .refusal())
                    .contains("for a server \"game\"")
                    .contains("MicroProfile Config property sockeye.game.pingInterval of");
        }
    }

    @Nested
    class The_path {

        @ParameterizedTest
        @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NOWHERE")
        void may_be_said_again_anywhere(Place place) {
            assertThat(new Application()
                            .given(place, "path", "/socket.io/")
                            .settings()
                            .path())
                    .isEqualTo("/socket.io");
        }

        @ParameterizedTest
        @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NOWHERE")
        void is_that_of_the_mapping_and_nothing_else(Place place) {
            assertThat(new Application().given(place, "path", "/other").refusal())
                    .contains("Setting \"path\" is \"/other\", but the servlet is mapped to \"/socket.io/*\"")
                    .contains(place.source.replace("pingInterval", "path"));
        }

        @ParameterizedTest
        @CsvSource({"sockeye.path", "sockeye.sockeye.path"})
        void is_a_context_param_where_the_application_declares_no_servlet(String name) {
            try (EmbeddedTomcat tomcat = EmbeddedTomcat.builder()
                    .context(context -> context.addParameter(name, "/live"))
                    .start()) {
                assertThat(tomcat.server().config().path()).isEqualTo("/live");
                assertThat(tomcat.server().name()).isEqualTo("sockeye");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"pingInterval, 7000, PT7S", "pingInterval, PT7S, PT7S", "pingInterval, ' PT0.007S ', PT0.007S"})
    void a_duration_is_in_milliseconds_or_ISO_8601_and_may_be_surrounded_by_space(
            String name, String value, Duration duration) {
        assertThat(new Application()
                        .given(Place.CONTEXT_PARAM_OF_EVERY_SERVER, name, value)
                        .settings()
                        .pingInterval())
                .isEqualTo(duration);
    }

    @Test
    void a_list_is_by_comma() {
        assertThat(new Application()
                        .given(Place.PROPERTY_OF_EVERY_SERVER, "corsOrigins", "https://a.example, https://b.example")
                        .settings()
                        .corsOrigins())
                .containsExactly("https://a.example", "https://b.example");
    }
}
