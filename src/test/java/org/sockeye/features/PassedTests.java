package org.sockeye.features;

import java.lang.reflect.Method;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/**
 * Notes how each test with {@link Covers} ends. Found by the launcher, whoever runs the tests.
 *
 * <p>What is skipped, by an annotation or by an assumption that does not hold, is neither passed nor failed. Where the set-up of a class fails,
 * the run of the class has failed and its tests did not run.
 */
public final class PassedTests implements TestExecutionListener {

    private final Outcomes outcomes;

    public PassedTests() {
        this(Outcomes.OF_THIS_RUN);
    }

    PassedTests(Outcomes outcomes) {
        this.outcomes = outcomes;
    }

    @Override
    public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
        if (result.getStatus() == Status.FAILED) {
            test(identifier).forEach(outcomes::failed);
        } else if (result.getStatus() == Status.SUCCESSFUL && identifier.isTest()) {
            test(identifier).forEach(outcomes::passed);
        }
    }

    private static Stream<Method> test(TestIdentifier identifier) {
        return identifier.getSource().stream()
                .filter(MethodSource.class::isInstance)
                .map(source -> ((MethodSource) source).getJavaMethod())
                .filter(method -> method.isAnnotationPresent(Covers.class));
    }
}
