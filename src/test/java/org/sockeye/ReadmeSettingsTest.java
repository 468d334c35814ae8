package org.sockeye;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The README's table of settings says what the code does. */
class ReadmeSettingsTest {

    private static List<List<String>> table() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        String from = readme.substring(readme.indexOf("<!-- settings -->"));
        return from.lines()
                .skip(3)
                .takeWhile(line -> line.startsWith("|"))
                .map(line ->
                        Arrays.stream(line.split("\\|", -1)).map(String::strip).toList())
                .map(cells -> cells.subList(1, cells.size() - 1))
                .toList();
    }

    private static List<String> row(Setting setting) {
        String value = text(setting.defaultValue());
        return List.of("`" + setting.settingName() + "`", value.isEmpty() ? "" : "`" + value + "`", setting.allowed());
    }

    /** As it would be written in web.xml. */
    static String text(Object value) {
        if (value instanceof Collection<?> several) {
            return several.stream().map(ReadmeSettingsTest::text).collect(Collectors.joining(","));
        }
        return value instanceof Enum<?> constant ? constant.name().toLowerCase(Locale.ROOT) : String.valueOf(value);
    }

    @Test
    void it_has_every_setting_with_its_default_and_what_is_allowed() throws IOException {
        assertThat(table().stream().map(cells -> cells.subList(0, 3)))
                .containsExactlyElementsOf(Arrays.stream(Setting.values())
                        .map(ReadmeSettingsTest::row)
                        .toList());
    }

    @Test
    void it_says_of_each_what_it_does() throws IOException {
        assertThat(table()).allSatisfy(cells -> assertThat(cells).hasSize(4));
        assertThat(table()).noneMatch(cells -> cells.get(3).isBlank());
    }

    @Test
    void a_default_is_written_as_it_could_be_set() throws IOException {
        assertThat(table()).allSatisfy(cells -> {
            String name = cells.get(0).replace("`", "");
            String value = cells.get(1).replace("`", "");
            assertThat(Setting.named(name, "").parse(value))
                    .isEqualTo(Setting.named(name, "").defaultValue());
        });
    }
}
