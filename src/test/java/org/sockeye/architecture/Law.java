package org.sockeye.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What holds for every class of the jar, whatever its layer. */
enum Law {
    EVERY_PACKAGE_IS_IN_THE_LAYER_TABLE(root -> classes().should().resideInAnyPackage(Layer.packagesIn(root))),
    NO_PACKAGE_CYCLES(
            root -> slices().assignedFrom(new OneSlicePerPackage()).should().beFreeOfCycles()),
    SERVLETS_AND_WEBSOCKETS_ONLY_IN_WEB(root ->
            noneBut(root, Layer.WEB).should().dependOnClassesThat(inAny("jakarta.servlet..", "jakarta.websocket.."))),
    CDI_ONLY_IN_THE_CDI_PACKAGES(root -> noneBut(root, Layer.CDI_API, Layer.CDI)
            .should()
            .dependOnClassesThat(inAny("jakarta.enterprise..", "jakarta.inject..", "jakarta.interceptor.."))),
    JSON_BINDING_ONLY_IN_JSON(
            root -> noneBut(root, Layer.JSON).should().dependOnClassesThat(inAny("jakarta.json..", "com.fasterxml.."))),
    NO_ASYNC_WITHOUT_AN_EXECUTOR(root -> never("call *Async without an executor", Law::isAsyncWithoutExecutor)),
    NO_DELAY_THREAD_OF_COMPLETABLE_FUTURE(root ->
            neverUse("java\\.util\\.concurrent\\.CompletableFuture", "orTimeout|completeOnTimeout|delayedExecutor")),
    NO_COMMON_POOL(root -> neverUse("java\\.util\\.concurrent\\.ForkJoinPool", "commonPool")),
    NO_PARALLEL_STREAMS(root -> neverUse("java\\.util\\.(stream\\.)?\\w+", "parallel\\w*")),
    NO_TIMER(root -> noClasses().should().dependOnClassesThat(nameMatching("java\\.util\\.Timer(Task)?"))),
    NO_THREAD_LOCAL_THAT_OUTLIVES_ITS_METHOD(root -> classes().should(new RemoveWhatTheySet())),
    NO_JAVA_SERIALIZATION(
            root -> noClasses().should().dependOnClassesThat(nameMatching("java\\.io\\.Object(In|Out)putStream"))),
    NO_SLEEPING(root -> neverUse("java\\.lang\\.Thread", "sleep")),
    NO_PRINTING(root -> neverUse("java\\.lang\\.System|.*(Throwable|Exception|Error)", "out|err|printStackTrace"));

    private final Function<String, ArchRule> ruleBelow;

    Law(Function<String, ArchRule> ruleBelow) {
        this.ruleBelow = ruleBelow;
    }

    /** The rule for classes whose API is in the package {@code root}. */
    ArchRule rule(String root) {
        return ruleBelow.apply(root);
    }

    private static GivenClassesConjunction noneBut(String root, Layer... layers) {
        String[] packages =
                Stream.of(layers).map(layer -> layer.packageIn(root)).toArray(String[]::new);
        return noClasses().that().resideOutsideOfPackages(packages);
    }

    private static DescribedPredicate<JavaClass> inAny(String... packages) {
        return resideInAnyPackage(packages);
    }

    private static ArchRule neverUse(String owner, String member) {
        return never(
                "use " + owner + "." + member,
                access -> access.getTarget().getName().matches(member)
                        && access.getTarget().getOwner().getName().matches(owner));
    }

    private static ArchRule never(String what, Predicate<JavaAccess<?>> access) {
        return noClasses().should().accessTargetWhere(describe(what, access));
    }

    private static boolean isAsyncWithoutExecutor(JavaAccess<?> access) {
        if (!access.getTarget().getName().endsWith("Async")
                || !access.getTarget().getOwner().isAssignableTo(CompletionStage.class)) {
            return false;
        }
        return !(access.getTarget() instanceof CodeUnitAccessTarget unit)
                || unit.getRawParameterTypes().stream().noneMatch(type -> type.isAssignableTo(Executor.class));
    }

    /** The package itself is the slice, so that no package is left out. */
    private static final class OneSlicePerPackage implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return SliceIdentifier.of(type.getPackageName());
        }

        @Override
        public String getDescription() {
            return "packages";
        }
    }

    /** A method that sets a ThreadLocal removes it, too; and none has an initial value, which nobody would remove. */
    private static final class RemoveWhatTheySet extends ArchCondition<JavaClass> {
        RemoveWhatTheySet() {
            super("remove every ThreadLocal in the method that sets it");
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            for (JavaCodeUnit method : type.getCodeUnits()) {
                if (uses(method, "withInitial") || (uses(method, "set") && !uses(method, "remove"))) {
                    String message = method.getFullName() + " leaves a ThreadLocal behind";
                    events.add(SimpleConditionEvent.violated(method, message));
                }
            }
        }

        private static boolean uses(JavaCodeUnit method, String name) {
            return method.getAccessesFromSelf().stream()
                    .anyMatch(access -> access.getTarget().getName().equals(name)
                            && access.getTarget().getOwner().isAssignableTo(ThreadLocal.class));
        }
    }
}
