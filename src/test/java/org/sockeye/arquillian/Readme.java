package org.sockeye.arquillian;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The code in the README and in other documents, which is marked by comments before it. */
final class Readme {

    private Readme() {}

    /** The README's code block after the comment with this mark. */
    static String block(String mark) throws IOException {
        return block(Path.of("README.md"), mark);
    }

    /** The code block of a document after the comment with this mark. */
    static String block(Path document, String mark) throws IOException {
        Pattern marked = Pattern.compile("<!-- " + Pattern.quote(mark) + " -->\n```\\w+\n(.*?)\n```", Pattern.DOTALL);
        Matcher matcher = marked.matcher(Files.readString(document));
        if (!matcher.find()) {
            throw new AssertionError(document + " has no block marked " + mark);
        }
        return matcher.group(1);
    }

    static long lines(String block) {
        return block.lines().filter(line -> !line.isBlank()).count();
    }
}
