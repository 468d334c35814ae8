package org.sockeye.features;

import java.lang.reflect.Method;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** How the tests that cover something have ended so far. A test runs several times: for each set of parameters, and for each class that inherits it. */
final class Outcomes {

    /** Those of the run that this JVM does. */
    static final Outcomes OF_THIS_RUN = new Outcomes();

    private final Map<Method, Boolean> passed = new ConcurrentHashMap<>();

    void passed(Method test) {
        passed.putIfAbsent(test, true);
    }

    void failed(Method test) {
        passed.put(test, false);
    }

    /**
     * Which of the tests do not show what they cover, in words: one of their runs failed, or none passed.
     *
     * @param complete whether all tests were to run, so that one that did not was skipped
     */
    Stream<String> problems(Collection<Method> tests, boolean complete) {
        return tests.stream().flatMap(test -> problem(test, complete).stream());
    }

    private Optional<String> problem(Method test, boolean complete) {
        Boolean outcome = passed.get(test);
        if (outcome == null) {
            return complete
                    ? Optional.of("It is skipped, disabled, or runs in no test phase: " + test)
                    : Optional.empty();
        }
        return outcome ? Optional.empty() : Optional.of("It failed: " + test);
    }
}
