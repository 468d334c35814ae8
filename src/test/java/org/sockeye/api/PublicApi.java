package org.sockeye.api;

import java.io.File;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The types that applications see, from a folder of classes. */
final class PublicApi {

    private static final List<String> PACKAGES = List.of("org.sockeye", "org.sockeye.cdi", "org.sockeye.spi");

    private PublicApi() {}

    /** The stub of each public type, and of each package, by its path. */
    static Map<Path, String> stubs(Path classes, ClassLoader loader) {
        Map<Path, String> stubs = new TreeMap<>();
        for (String name : PACKAGES) {
            stubs.put(folder(name).resolve("package-info.java"), packageInfo(name));
            types(classes, name, loader)
                    .forEach(type -> stubs.put(folder(name).resolve(type.getSimpleName() + ".java"), ApiStub.of(type)));
        }
        return stubs;
    }

    private static Path folder(String packageName) {
        return Path.of(packageName.replace('.', '/'));
    }

    private static String packageInfo(String name) {
        return "@org.jspecify.annotations.NullMarked\npackage " + name + ";\n";
    }

    private static Stream<Class<?>> types(Path classes, String packageName, ClassLoader loader) {
        File folder = classes.resolve(folder(packageName)).toFile();
        return Arrays.stream(Objects.requireNonNull(folder.list()))
                .filter(file -> file.endsWith(".class") && !file.contains("$") && !file.startsWith("package-info"))
                .<Class<?>>map(file -> type(packageName + "." + file.substring(0, file.length() - 6), loader))
                .filter(type -> Modifier.isPublic(type.getModifiers()));
    }

    private static Class<?> type(String name, ClassLoader loader) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
