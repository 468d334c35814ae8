package org.sockeye.features;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Each member of the JavaScript server with what stands for it and what shows that, or with the reason why nothing does. */
final class FeatureTable {

    /** A member; without counterparts, the words are the reason. */
    record Row(String member, List<Counterpart> counterparts, String words, List<Method> tests) {

        boolean isAbsent() {
            return counterparts.isEmpty();
        }
    }

    final List<Row> rows;

    private final List<String> members;
    private final List<Line> lines;
    private final Map<String, List<Method>> tests;

    FeatureTable(List<String> members, List<Line> lines, Map<String, List<Method>> tests) {
        this.members = members;
        this.lines = lines;
        this.tests = tests;
        this.rows = members.stream().map(this::row).toList();
    }

    private Row row(String member) {
        Line line = lineOf(member);
        return new Row(member, line.counterparts(), line.words(), tests.getOrDefault(member, List.of()));
    }

    /** A line for this member goes before one for several; without any, it is the member of the same name. */
    private Line lineOf(String member) {
        return lines.stream()
                .filter(line -> line.isAbout(member))
                .max(Comparator.comparing(line -> line.member().equals(member)))
                .orElseGet(() -> new Line(member, List.of(Counterpart.of(member)), ""));
    }

    /** Everything that makes the table untrue, in words. */
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        rows.stream().flatMap(FeatureTable::problemsOf).forEach(problems::add);
        lines.stream().flatMap(this::problemsOf).forEach(problems::add);
        tests.keySet().stream()
                .filter(covered -> !members.contains(covered))
                .map(covered -> covered + ": a test covers it, and socket.io has no such member")
                .forEach(problems::add);
        return problems;
    }

    private static Stream<String> problemsOf(Row row) {
        return row.isAbsent() ? problemsOfReason(row) : problemsOfCounterparts(row);
    }

    private static Stream<String> problemsOfCounterparts(Row row) {
        Stream<String> missing = row.counterparts.stream()
                .filter(counterpart -> !counterpart.exists())
                .map(counterpart -> row.member + ": there is no " + counterpart + ", and no reason why");
        return row.tests.isEmpty() ? Stream.concat(missing, Stream.of(row.member + ": no test covers it")) : missing;
    }

    private static Stream<String> problemsOfReason(Row row) {
        Stream<String> covered =
                row.tests.stream().map(test -> row.member + ": has a reason why it is not there, and a test: " + test);
        return Counterpart.of(row.member).exists()
                ? Stream.concat(covered, Stream.of(row.member + ": has a reason why it is not there, and is there"))
                : covered;
    }

    private Stream<String> problemsOf(Line line) {
        boolean stale = members.stream().noneMatch(member -> lineOf(member).equals(line));
        return stale ? Stream.of(line.member() + ": the line is about nothing that socket.io has") : Stream.empty();
    }
}
