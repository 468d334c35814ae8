package org.sockeye.internal.cdi;

import jakarta.enterprise.inject.spi.DefinitionException;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Which namespaces of which servers an observer is for.
 *
 * @param namespace a name with its leading slash, the text of the pattern, or {@code *}
 * @param pattern what is to be found in names; {@code null} if there is none
 */
record Place(String namespace, @Nullable Pattern pattern, String server) {

    private static final String ALL = "*";

    /**
     * As the members of a qualifier say it.
     *
     * @throws DefinitionException if the pattern does not compile
     */
    static Place of(String namespace, String server) {
        if (namespace.startsWith("^")) {
            return new Place(namespace, compile(namespace), server);
        }
        boolean isComplete = namespace.startsWith("/") || namespace.equals(ALL);
        return new Place(isComplete ? namespace : "/" + namespace, null, server);
    }

    private static Pattern compile(String namespace) {
        try {
            return Pattern.compile(namespace);
        } catch (PatternSyntaxException wrong) {
            throw new DefinitionException(
                    "its namespace begins with ^ and is no regular expression: " + wrong.getMessage(), wrong);
        }
    }

    /** Whether the observer is for the namespace of that name. */
    boolean includes(String name) {
        return pattern == null
                ? namespace.equals(ALL) || namespace.equals(name)
                : pattern.matcher(name).find();
    }

    /** Whether one namespace is named, which is to exist. */
    boolean isName() {
        return pattern == null && !namespace.equals(ALL);
    }
}
