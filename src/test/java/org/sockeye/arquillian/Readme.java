package org.sockeye.arquillian;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The README's code, which is marked by comments before it. */
final class Readme {

    private Readme() {}

    /** The code block after the comment with this mark. */
    static String block(String mark) throws IOException {
        Pattern marked = Pattern.compile("<!-- " + Pattern.quote(mark) + " -->\n```\\w+\n(.*?)\n```", Pattern.DOTALL);
        Matcher matcher = marked.matcher(Files.readString(Path.of("README.md")));
        if (!matcher.find()) {
            throw new AssertionError("README.md has no block marked " + mark);
        }
        return matcher.group(1);
    }

    static long lines(String block) {
        return block.lines().filter(line -> !line.isBlank()).count();
    }
}
