package org.sockeye.internal.web;

import java.util.stream.Collectors;

/** The logger of this package, and what makes text of a client fit for it. */
final class Log {

    static final System.Logger LOG = System.getLogger("org.sockeye.web");

    private static final int LONGEST = 200;

    private Log() {}

    /** Text that a client chose, cut and without anything that could forge a log line. */
    static String safe(String text) {
        String cut = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
        return cut.chars()
                .mapToObj(c -> c < 0x20 || c > 0x7e ? String.format("\\u%04x", c) : String.valueOf((char) c))
                .collect(Collectors.joining());
    }
}
