package org.sockeye.arquillian;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathFactory;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;

/** What is promised to a Jakarta EE application, and which integration tests show it on each container that has what it is about. */
class SuiteMapTest {

    /** What is promised. */
    enum Promise {
        OBSERVERS(About.ALL, "ChatIT", "ObserversIT", "RoomsIT", "RefusalsIT", "FirstWarIT"),
        ANSWERS(About.ALL, "ObserversIT", "ChatIT"),
        AUTHORISATION(About.ALL, "WhoMayConnectIT", "RoomsIT"),
        SCOPES(About.ALL, "ScopesIT", "RefusalsIT"),
        /** Injection into REST resources, EJBs and timers, observers that are EJBs, and managed executors. */
        COMPONENTS(About.EJB_AND_REST, "EnterpriseIT"),
        VALIDATION(About.ALL, "ValidationIT"),
        CONFIGURATION(About.ALL, "SeveralServersIT", "RefusalsIT", "WithoutCdiIT"),
        LIFECYCLE(About.ALL, "RedeploymentIT"),
        OBSERVABILITY(About.ALL, "MetricsIT"),
        WITHOUT_CDI(About.ALL, "WithoutCdiIT", "DocumentedListenerIT");

        private final About about;
        private final Set<String> tests;

        Promise(About about, String... tests) {
            this.about = about;
            this.tests = Set.of(tests);
        }
    }

    /** Which containers have what a promise is about. */
    enum About {
        ALL(Container.values()),
        EJB_AND_REST(Container.TOMEE, Container.WILDFLY);

        private final Set<Container> containers;

        About(Container... containers) {
            this.containers = EnumSet.copyOf(List.of(containers));
        }
    }

    @ParameterizedTest
    @EnumSource
    void each_promise_has_tests_that_run_on_each_container_that_has_what_it_is_about(Promise promise) throws Exception {
        assertThat(integrationTests()).containsAll(promise.tests);
        for (String test : promise.tests) {
            assertThat(containersOf(test)).as(test).isEqualTo(promise.about.containers);
        }
    }

    @Test
    void each_test_belongs_to_a_promise_unless_it_is_about_tomcat() throws Exception {
        Set<String> mapped = Arrays.stream(Promise.values())
                .flatMap(promise -> promise.tests.stream())
                .collect(toCollection(TreeSet::new));
        for (String test : integrationTests()) {
            if (!containersOf(test).equals(EnumSet.of(Container.TOMCAT))) {
                assertThat(mapped).contains(test);
            }
        }
    }

    /** What the build leaves out on each, and no more: a tag is no way out. */
    @ParameterizedTest
    @CsvSource({"TOMCAT,enterprise", "TOMEE,tomcat", "WILDFLY,tomcat"})
    void each_container_runs_all_but_what_is_about_others(Container container, String group) throws Exception {
        assertThat(leftOutOn(container)).isEqualTo(group);
    }

    private static Set<String> integrationTests() throws IOException {
        try (Stream<Path> sources = Files.list(Path.of("src/test/java/org/sockeye/arquillian"))) {
            return sources.map(source -> source.getFileName().toString())
                    .filter(name -> name.endsWith("IT.java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .filter(name -> testClass(name).isAnnotationPresent(ArquillianTest.class))
                    .collect(toCollection(TreeSet::new));
        }
    }

    /** Where this test runs: not where its tag is left out. */
    private static Set<Container> containersOf(String name) throws Exception {
        List<String> tags = Arrays.stream(testClass(name).getAnnotationsByType(Tag.class))
                .map(Tag::value)
                .toList();
        Set<Container> containers = EnumSet.noneOf(Container.class);
        for (Container container : Container.values()) {
            if (!tags.contains(leftOutOn(container))) {
                containers.add(container);
            }
        }
        return containers;
    }

    private static String leftOutOn(Container container) throws Exception {
        Document pom = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse("pom.xml");
        XPath path = XPathFactory.newInstance().newXPath();
        String execution = container == Container.TOMCAT
                ? "arquillian"
                : "arquillian-" + container.name().toLowerCase(Locale.ROOT);
        return path.evaluate("//execution[id='" + execution + "']/configuration/excludedGroups", pom);
    }

    private static Class<?> testClass(String name) {
        try {
            return Class.forName(SuiteMapTest.class.getPackageName() + "." + name);
        } catch (ClassNotFoundException missing) {
            throw new AssertionError(missing);
        }
    }
}
