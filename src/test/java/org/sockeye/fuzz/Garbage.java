package org.sockeye.fuzz;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** Text that nearly makes sense: words of a language in any order, with characters between them that have no business there. */
public final class Garbage {

    private Garbage() {}

    /** Words with spaces between them, and more that have spaces themselves. */
    public static List<String> words(String words, String... more) {
        return Stream.concat(Stream.of(words.split(" ", -1)), Stream.of(more)).toList();
    }

    /** Up to this many of these words, one after the other. */
    public static Arbitrary<String> of(int most, List<String> words) {
        Arbitrary<String> part = Arbitraries.frequencyOf(
                Tuple.of(8, Arbitraries.of(words)),
                Tuple.of(1, Arbitraries.strings().all().ofMaxLength(3)),
                Tuple.of(1, Arbitraries.integers().map(String::valueOf)));
        return part.list().ofMaxSize(most).map(parts -> String.join("", parts));
    }
}
