package org.sockeye.internal.integration.microprofile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.groups.Tuple.tuple;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sockeye.ConfigurationException;
import org.sockeye.internal.core.PropertyProvider.Property;

class ConfigPropertiesTest {

    private static final List<String> KNOWN =
            List.of("sockeye.pingInterval", "sockeye.corsOrigins", "sockeye.socket.io.pingInterval");

    private final ClassLoader application =
            new URLClassLoader(new URL[0], getClass().getClassLoader());

    private void configure(ConfigSource... sources) {
        ConfigProviderResolver.instance()
                .registerConfig(
                        new SmallRyeConfigBuilder()
                                .addDefaultInterceptors()
                                .withSources(sources)
                                .build(),
                        application);
    }

    @AfterEach
    void release() {
        ConfigProviderResolver resolver = ConfigProviderResolver.instance();
        resolver.releaseConfig(resolver.getConfig(application));
    }

    private static ConfigSource file(Map<String, String> properties) {
        return new PropertiesConfigSource(properties, "a file", 100);
    }

    private List<Property> read(Map<String, String> environment) {
        return new ConfigProperties(environment).properties(application, "sockeye.", KNOWN);
    }

    @Test
    void properties_of_ours_are_found_with_where_they_are() {
        configure(file(Map.of(
                "sockeye.pingInterval", "PT5S", "sockeye.socket.io.pingInterval", "PT6S", "quarkus.port", "8080")));
        assertThat(read(Map.of()))
                .containsExactly(
                        new Property(
                                "sockeye.pingInterval",
                                "PT5S",
                                "MicroProfile Config property sockeye.pingInterval of PropertiesConfigSource[source=a"
                                        + " file]"),
                        new Property(
                                "sockeye.socket.io.pingInterval",
                                "PT6S",
                                "MicroProfile Config property sockeye.socket.io.pingInterval of"
                                        + " PropertiesConfigSource[source=a file]"));
    }

    @Test
    void what_an_expression_refers_to_is_read() {
        configure(file(Map.of("sockeye.pingInterval", "${interval}", "interval", "PT9S")));
        assertThat(read(Map.of())).extracting(Property::value).containsExactly("PT9S");
    }

    @Test
    void what_cannot_be_read_stops_the_deployment() {
        configure(file(Map.of("sockeye.pingInterval", "${missing}")));
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> read(Map.of()))
                .withMessageContaining("Setting \"pingInterval\" is \"${missing}\"; allowed is")
                .withMessageContaining("property sockeye.pingInterval of PropertiesConfigSource[source=a file]");
    }

    @Test
    void a_name_that_means_nothing_is_found_too() {
        configure(file(Map.of("sockeye.pingIntervall", "PT5S", "sockeye.empty", "")));
        assertThat(read(Map.of()))
                .extracting(Property::name, Property::value)
                .containsExactly(tuple("sockeye.empty", ""), tuple("sockeye.pingIntervall", "PT5S"));
    }

    @Test
    void an_application_that_ends_is_let_go_of() {
        configure(file(Map.of("sockeye.pingInterval", "PT5S")));
        ConfigProperties properties = new ConfigProperties(Map.of());
        properties.release(application);
        properties.release(application);
        assertThat(read(Map.of())).isEmpty();
    }

    @Test
    void an_empty_value_is_none() {
        configure(file(Map.of("sockeye.corsOrigins", "", "sockeye.pingInterval", "${missing:}")));
        assertThat(read(Map.of())).isEmpty();
    }

    @Test
    void the_environment_has_settings_by_its_own_spelling() {
        Map<String, String> environment =
                Map.of("SOCKEYE_PINGINTERVAL", "PT7S", "SOCKEYE_SOCKET_IO_PINGINTERVAL", "PT8S");
        configure(new EnvConfigSource(environment, 300), file(Map.of("sockeye.pingInterval", "PT5S")));
        assertThat(read(environment))
                .extracting(Property::name, Property::value)
                .containsExactly(
                        tuple("sockeye.pingInterval", "PT7S"), tuple("sockeye.socket.io.pingInterval", "PT8S"));
    }

    @Test
    void variables_of_the_environment_that_mean_nothing_are_nobodys_mistake() {
        Map<String, String> environment = Map.of("SOCKEYE_HOME", "/opt", "SOCKEYE_SERVICE_HOST", "10.0.0.1");
        configure(new EnvConfigSource(environment, 300), new ListsVariablesAsProperties());
        assertThat(read(environment)).isEmpty();
    }

    /** As sources of some implementations do. */
    private static final class ListsVariablesAsProperties extends PropertiesConfigSource {
        private static final long serialVersionUID = 1L;

        ListsVariablesAsProperties() {
            super(Map.of("sockeye.home", "/opt", "sockeye.service.host", "10.0.0.1"), "environment", 300);
        }
    }
}
