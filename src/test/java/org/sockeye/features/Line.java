package org.sockeye.features;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What {@code members.txt} says of a member: what stands for it, or why nothing does.
 *
 * @param member the member, or a {@code *} for the class: all that have the member and no line of their own
 * @param counterparts empty if nothing stands for it
 * @param words the reason then, else a remark or nothing
 */
record Line(String member, List<Counterpart> counterparts, String words) {

    private static final Pattern FORM = Pattern.compile("((?:\\*|\\w+)\\.\\w+)\\s*([=:])\\s*(.+)");

    static Stream<Line> parse(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(Line::one);
    }

    private static Line one(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("Neither a counterpart nor a reason: " + text);
        }
        boolean absent = matcher.group(2).equals(":");
        return absent
                ? new Line(matcher.group(1), List.of(), matcher.group(3))
                : present(matcher.group(1), matcher.group(3));
    }

    private static Line present(String member, String text) {
        String[] parts = text.split(";\\s*", 2);
        List<Counterpart> counterparts = Arrays.stream(parts[0].split(",\\s*"))
                .map(String::strip)
                .map(Counterpart::named)
                .toList();
        return new Line(member, counterparts, parts.length == 1 ? "" : parts[1]);
    }

    boolean isReason() {
        return counterparts.isEmpty();
    }

    boolean isAbout(String candidate) {
        return member.startsWith("*") ? candidate.endsWith(member.substring(1)) : candidate.equals(member);
    }
}
