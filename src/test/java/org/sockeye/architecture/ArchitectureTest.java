package org.sockeye.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ArchitectureTest {

    private static final String ROOT = "org.sockeye";
    private static final String FIXTURES = "org.sockeye.architecture.fixtures";

    private static final JavaClasses JAR = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);
    private static final JavaClasses BROKEN = new ClassFileImporter().importPackages(FIXTURES);

    @Nested
    class In_the_jar {

        @Test
        void there_are_classes_in_every_layer() {
            assertThat(JAR).extracting(type -> type.getPackageName()).contains(Layer.packagesIn(ROOT));
        }

        @ParameterizedTest
        @EnumSource
        void a_layer_sees_only_what_the_table_allows(Layer layer) {
            layer.rule(ROOT).check(JAR);
        }

        @Test
        void at_most_30_percent_of_the_internal_types_are_public() {
            List<JavaClass> internal = JAR.stream()
                    .filter(type -> type.getPackageName().startsWith(ROOT + ".internal"))
                    .filter(type ->
                            type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                    .toList();
            long visible = internal.stream()
                    .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                    .count();
            assertThat(visible * 100 / internal.size()).isLessThanOrEqualTo(30);
        }

        @Test
        void every_package_says_what_may_be_null() {
            for (String layer : Layer.packagesIn(ROOT)) {
                assertThat(JAR.getPackage(layer).isAnnotatedWith(NullMarked.class))
                        .as(layer)
                        .isTrue();
            }
        }

        @ParameterizedTest
        @EnumSource
        void the_law_holds(Law law) {
            law.rule(ROOT).check(JAR);
        }
    }

    /** Each rule is shown to bite: a fixture named after the rule breaks it. */
    @Nested
    class In_the_fixtures {

        @ParameterizedTest
        @EnumSource
        void a_layer_that_sees_too_much_is_found(Layer layer) {
            assertThat(violations(layer.rule(FIXTURES))).anyMatch(line -> line.contains(fixture(layer)));
        }

        @ParameterizedTest
        @EnumSource
        void what_breaks_the_law_is_found(Law law) {
            assertThat(violations(law.rule(FIXTURES))).anyMatch(line -> line.contains(fixture(law)));
        }

        @Test
        void what_is_allowed_is_not_found() {
            for (Law law : Law.values()) {
                assertThat(violations(law.rule(FIXTURES))).noneMatch(line -> line.contains("WellBehaved"));
            }
        }

        private List<String> violations(ArchRule rule) {
            return rule.evaluate(BROKEN).getFailureReport().getDetails();
        }

        private String fixture(Layer layer) {
            return layer.packageIn(FIXTURES) + "." + "SeesTooMuch";
        }

        private String fixture(Law law) {
            return switch (law) {
                case EVERY_PACKAGE_IS_IN_THE_LAYER_TABLE -> "internal.stray.Stray";
                case NO_PACKAGE_CYCLES -> "Cycle detected";
                case SERVLETS_AND_WEBSOCKETS_ONLY_IN_WEB -> "internal.core.UsesServlet";
                case CDI_ONLY_IN_THE_CDI_PACKAGES -> "internal.web.UsesCdi";
                case JSON_BINDING_ONLY_IN_JSON -> "internal.core.UsesJson";
                case NO_ASYNC_WITHOUT_AN_EXECUTOR -> "ForbiddenCalls.async";
                case NO_DELAY_THREAD_OF_COMPLETABLE_FUTURE -> "ForbiddenCalls.delay";
                case NO_COMMON_POOL -> "ForbiddenCalls.pool";
                case NO_PARALLEL_STREAMS -> "ForbiddenCalls.parallel";
                case NO_TIMER -> "ForbiddenCalls.timer";
                case NO_THREAD_LOCAL_THAT_OUTLIVES_ITS_METHOD -> "ForbiddenCalls.threadLocal";
                case NO_JAVA_SERIALIZATION -> "ForbiddenCalls.serialize";
                case NO_SLEEPING -> "ForbiddenCalls.sleep";
                case NO_PRINTING -> "ForbiddenCalls.print";
            };
        }
    }
}
