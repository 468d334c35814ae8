package org.sockeye.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.sockeye.features.fixtures.Endings;

class PassedTestsTest {

    private static final Outcomes OUTCOMES = new Outcomes();

    @BeforeAll
    static void run() {
        LauncherConfig config = LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .build();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(Endings.class))
                .build();
        LauncherFactory.create(config).execute(request, new PassedTests(OUTCOMES));
    }

    @Test
    void one_that_passes_shows_something() {
        assertThat(problems("passes", true)).isEmpty();
    }

    @Test
    void one_that_fails_shows_nothing() {
        assertThat(problems("fails", true)).hasSize(1);
        assertThat(problems("fails", false)).hasSize(1);
    }

    @Test
    void one_that_fails_for_some_parameters_shows_nothing() {
        assertThat(problems("fails_once", false)).hasSize(1);
    }

    @Test
    void one_that_did_not_run_shows_nothing() {
        assertThat(problems("is_disabled", true)).hasSize(1);
        assertThat(problems("assumes_what_is_not_so", true)).hasSize(1);
        assertThat(problems("is_no_test", true)).hasSize(1);
    }

    @Test
    void one_that_did_not_run_is_no_problem_when_only_some_were_to_run() {
        assertThat(problems("is_disabled", false)).isEmpty();
        assertThat(problems("is_no_test", false)).isEmpty();
    }

    private static List<String> problems(String test, boolean complete) {
        List<Method> methods = Arrays.stream(Endings.class.getDeclaredMethods())
                .filter(method -> method.getName().equals(test))
                .toList();
        assertThat(methods).hasSize(1);
        return OUTCOMES.problems(methods, complete).toList();
    }
}
