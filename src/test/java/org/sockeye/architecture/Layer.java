package org.sockeye.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The packages of the jar, and what each may see: itself, the JDK, JSpecify, and what is listed, nothing else.
 *
 * <p>Packages are named relative to a root, so that the same rule is held against the jar and against the fixtures.
 */
enum Layer {
    API("", List.of(), List.of()),
    SPI("spi", List.of("API"), List.of()),
    CDI_API("cdi", List.of("API"), List.of("jakarta.enterprise..", "jakarta.inject..")),
    PROTOCOL("internal.protocol", List.of(), List.of()),
    ENGINE("internal.engine", List.of("API", "SPI", "PROTOCOL"), List.of()),
    CORE("internal.core", List.of("API", "SPI", "PROTOCOL", "ENGINE"), List.of()),
    JSON("internal.json", List.of("API", "SPI"), List.of("jakarta.json..", "com.fasterxml.jackson..")),
    MSGPACK("internal.msgpack", List.of("SPI", "PROTOCOL"), List.of()),
    CDI(
            "internal.cdi",
            List.of("API", "SPI", "CDI_API", "CORE"),
            List.of("jakarta.enterprise..", "jakarta.inject..", "jakarta.annotation", "jakarta.annotation.security")),
    MICROPROFILE(
            "internal.integration.microprofile", List.of("API", "CORE"), List.of("org.eclipse.microprofile.config..")),
    VALIDATION("internal.integration.validation", List.of("API", "CORE"), List.of("jakarta.validation..")),
    JMX("internal.integration.jmx", List.of("API", "CORE"), List.of()),
    MICROMETER_API("micrometer", List.of("API"), List.of("io.micrometer.core..")),
    MICROMETER(
            "internal.integration.micrometer",
            List.of("API", "CORE", "MICROMETER_API"),
            List.of("io.micrometer.core..")),
    HEALTH("internal.integration.health", List.of("API", "CORE"), List.of("org.eclipse.microprofile.health..")),
    WEB("internal.web", List.of("API", "SPI", "CORE", "ENGINE"), List.of("jakarta.servlet..", "jakarta.websocket.."));

    private static final List<String> ALWAYS = List.of("java..", "javax..", "org.jspecify.annotations");

    private final String name;
    private final List<String> seenLayers;
    private final List<String> seenApis;

    Layer(String name, List<String> seenLayers, List<String> seenApis) {
        this.name = name;
        this.seenLayers = seenLayers;
        this.seenApis = seenApis;
    }

    /** Every class of this layer depends on nothing but what the table allows. */
    ArchRule rule(String root) {
        Stream<String> ours = seenLayers.stream().map(Layer::valueOf).map(layer -> layer.packageIn(root));
        String[] allowed = Stream.of(Stream.of(packageIn(root)), ours, seenApis.stream(), ALWAYS.stream())
                .flatMap(packages -> packages)
                .toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage(packageIn(root))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed));
    }

    String packageIn(String root) {
        return name.isEmpty() ? root : root + "." + name;
    }

    static String[] packagesIn(String root) {
        return Arrays.stream(values()).map(layer -> layer.packageIn(root)).toArray(String[]::new);
    }
}
