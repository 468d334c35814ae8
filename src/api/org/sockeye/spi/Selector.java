package org.sockeye.spi;

import java.util.Set;

public record Selector(Set<String> rooms, Set<String> except) {
    public static Selector everyone() { throw null; }
    public Selector to(String... more) { throw null; }
    public Selector without(String... more) { throw null; }
}
