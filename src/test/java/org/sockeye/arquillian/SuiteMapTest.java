package org.sockeye.arquillian;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is promised to a Jakarta EE application, and which integration tests show it on each container. */
class SuiteMapTest {

    /** What is promised. */
    enum Promise {
        OBSERVERS("ChatIT", "ObserversIT", "RoomsIT", "RefusalsIT", "FirstWarIT"),
        ANSWERS("ObserversIT", "ChatIT"),
        AUTHORISATION("WhoMayConnectIT", "RoomsIT"),
        SCOPES("ScopesIT", "RefusalsIT"),
        VALIDATION("ValidationIT"),
        CONFIGURATION("SeveralServersIT", "RefusalsIT", "WithoutCdiIT"),
        LIFECYCLE("RedeploymentIT"),
        OBSERVABILITY("MetricsIT"),
        WITHOUT_CDI("WithoutCdiIT", "DocumentedListenerIT");

        private final Set<String> tests;

        Promise(String... tests) {
            this.tests = Set.of(tests);
        }
    }

    @ParameterizedTest
    @EnumSource
    void each_promise_has_tests_that_run_on_each_container(Promise promise) throws IOException {
        assertThat(integrationTests()).containsAll(promise.tests);
    }

    @Test
    void each_test_that_runs_on_each_container_belongs_to_a_promise() throws IOException {
        Set<String> mapped = Arrays.stream(Promise.values())
                .flatMap(promise -> promise.tests.stream())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(mapped).containsAll(integrationTests());
    }

    private static Set<String> integrationTests() throws IOException {
        try (Stream<Path> sources = Files.list(Path.of("src/test/java/org/sockeye/arquillian"))) {
            return sources.map(source -> source.getFileName().toString())
                    .filter(name -> name.endsWith("IT.java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .filter(SuiteMapTest::runsOnEachContainer)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static boolean runsOnEachContainer(String name) {
        try {
            Class<?> test = Class.forName(SuiteMapTest.class.getPackageName() + "." + name);
            return test.isAnnotationPresent(ArquillianTest.class) && !test.isAnnotationPresent(Tag.class);
        } catch (ClassNotFoundException missing) {
            throw new AssertionError(missing);
        }
    }
}
