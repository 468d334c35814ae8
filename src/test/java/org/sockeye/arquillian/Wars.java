package org.sockeye.arquillian;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Makes WARs for the container that runs the tests. */
final class Wars {

    private Wars() {}

    /** A WAR of these classes, with the library, what the container lacks beside it, and beans.xml. */
    static WebArchive of(String name, Class<?>... classes) {
        return ShrinkWrap.create(WebArchive.class, name)
                .addClasses(classes)
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
                .addAsLibraries(libraries().toArray(File[]::new));
    }

    /** The library, and what the container lacks beside it: CDI, JSON-P and JSON-B on Tomcat, nothing on the others. */
    static List<File> libraries() {
        List<File> libraries = new ArrayList<>();
        libraries.add(library());
        String lacking = System.getProperty("tested.war.libraries");
        if (lacking != null) {
            libraries.addAll(List.of(Objects.requireNonNull(new File(lacking).listFiles())));
        }
        return libraries;
    }

    /** The library alone. */
    static File library() {
        return new File(System.getProperty("tested.jar"));
    }
}
