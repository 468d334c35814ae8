package org.sockeye.features;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.commons.support.ReflectionSupport;

/** The tests that have {@link Covers}. */
final class Coverage {

    private Coverage() {}

    /** Those of the whole project, but not what this package has as examples. */
    static List<Method> ofTheProject() {
        return ReflectionSupport.findAllClassesInPackage("org.sockeye", type -> true, Coverage::isNoExample).stream()
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Covers.class))
                .sorted(Comparator.comparing(Method::toString))
                .toList();
    }

    private static boolean isNoExample(String typeName) {
        return !typeName.contains("features.fixtures");
    }

    /** By the members that they cover. */
    static Map<String, List<Method>> byMember(List<Method> tests) {
        return tests.stream()
                .flatMap(test -> members(test).map(member -> Map.entry(member, test)))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, TreeMap::new, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static Stream<String> members(Method test) {
        return Arrays.stream(test.getAnnotation(Covers.class).value());
    }
}
