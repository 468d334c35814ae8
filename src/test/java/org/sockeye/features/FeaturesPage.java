package org.sockeye.features;

import java.lang.reflect.Method;
import java.util.stream.Collectors;
import org.sockeye.features.FeatureTable.Row;

/** The table as {@code docs/features.md}. */
final class FeaturesPage {

    private FeaturesPage() {}

    static String of(JavaScriptMembers members, FeatureTable table) {
        return introduction(members.version(), table)
                + JavaScriptMembers.CLASSES.stream()
                        .map(type -> chapter(type, table))
                        .collect(Collectors.joining());
    }

    private static String introduction(String version, FeatureTable table) {
        long present = table.rows.stream().filter(row -> !row.isAbsent()).count();
        return """
                # Features

                <!-- Generated: mvn test -Dtest=FeatureTableTest -Dfeatures.write=true -->

                Every public member of the five classes of the JavaScript server, as the type declarations of %s have them, with what stands for it here and
                the tests that show it; or the reason why nothing does. %d of %d are there. The build fails when a member is missing in this table, when what
                stands for one does not exist, when a test that shows one does not pass, and when this page is not what the build would write. What is
                written otherwise in Java is in [From JavaScript to Java](from-javascript-to-java.md).
                """
                .formatted(version, present, table.rows.size());
    }

    private static String chapter(String type, FeatureTable table) {
        return "\n## " + type + "\n\n| socket.io | Sockeye | |\n| --- | --- | --- |\n"
                + table.rows.stream()
                        .filter(row -> row.member().startsWith(type + "."))
                        .map(FeaturesPage::line)
                        .collect(Collectors.joining());
    }

    private static String line(Row row) {
        String member = row.member().substring(row.member().indexOf('.') + 1);
        return "| `" + member + "` | " + counterparts(row) + " | " + remark(row) + " |\n";
    }

    private static String counterparts(Row row) {
        return row.isAbsent()
                ? "—"
                : row.counterparts().stream()
                        .map(counterpart -> "`" + counterpart + "`")
                        .collect(Collectors.joining(", "));
    }

    private static String remark(Row row) {
        String tests = row.tests().stream()
                .map(FeaturesPage::outermost)
                .distinct()
                .map(FeaturesPage::link)
                .collect(Collectors.joining(", "));
        return row.words().isEmpty() || tests.isEmpty() ? row.words() + tests : row.words() + ": " + tests;
    }

    private static Class<?> outermost(Method test) {
        return test.getDeclaringClass().getNestHost();
    }

    private static String link(Class<?> test) {
        return "[" + test.getSimpleName() + "](../src/test/java/"
                + test.getName().replace('.', '/') + ".java)";
    }
}
