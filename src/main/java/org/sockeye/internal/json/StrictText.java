package org.sockeye.internal.json;

import java.io.StringReader;
import org.jspecify.annotations.Nullable;

/** JSON to be read, which remembers by which parser, and so where a misfit was found. For one thread. */
final class StrictText extends StringReader {

    private @Nullable StrictParser parser; // confined to the thread that reads

    StrictText(String json) {
        super(json);
    }

    StrictParser readBy(StrictParser reading) {
        parser = reading;
        return reading;
    }

    /** Where the parser is; {@code null} at the top, and where the provider did not ask for a parser. */
    @Nullable
    String path() {
        return parser == null ? null : parser.path();
    }
}
