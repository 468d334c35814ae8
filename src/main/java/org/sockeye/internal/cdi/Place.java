package org.sockeye.internal.cdi;

import jakarta.enterprise.inject.spi.DefinitionException;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.sockeye.internal.core.ManagedServer;

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
                ? isEverywhere() || namespace.equals(name)
                : pattern.matcher(name).find();
    }

    /** Whether the observer is for this server. */
    boolean isOn(ManagedServer asked) {
        return server.isEmpty() ? asked.isDefault() : server.equals(ALL) || server.equals(asked.name());
    }

    /** Whether one server is meant, by its name or as the default. */
    boolean isOnOne() {
        return !server.equals(ALL);
    }

    /** Whether all namespaces are meant. */
    boolean isEverywhere() {
        return pattern == null && namespace.equals(ALL);
    }

    /** Whether one namespace is named, which is to exist. */
    boolean isName() {
        return pattern == null && !isEverywhere();
    }
}
