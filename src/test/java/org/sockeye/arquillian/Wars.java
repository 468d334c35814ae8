package org.sockeye.arquillian;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.sockeye.arquillian.container.TestUser;

/** Makes WARs for the container that runs the tests. */
final class Wars {

    private Wars() {}

    /** A WAR of these classes and the classes within them, with the library, what the container lacks beside it, and beans.xml. */
    static WebArchive of(String name, Class<?>... classes) {
        WebArchive war = ShrinkWrap.create(WebArchive.class, name);
        if (Container.HERE == Container.TOMCAT) {
            war.addAsManifestResource(new StringAsset(TestUser.contextForTomcat()), "context.xml");
        }
        for (Class<?> outer : classes) {
            addTo(war, outer);
        }
        return war.addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
                .addAsLibraries(libraries().toArray(File[]::new));
    }

    /** With the class that it is in, which Weld looks for. By files: classes that implement what only the container has cannot be loaded here. */
    private static void addTo(WebArchive war, Class<?> outer) {
        String folder = outer.getPackageName().replace('.', '/') + "/";
        String name = outer.getName().substring(folder.length());
        File[] files = new File("target/test-classes", folder)
                .listFiles((in, file) -> file.equals(name + ".class")
                        || file.startsWith(name + "$")
                        || name.startsWith(file.replace(".class", "$")));
        for (File file : Objects.requireNonNull(files)) {
            war.addAsWebInfResource(file, "classes/" + folder + file.getName());
        }
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

    /** Micrometer and the API of MicroProfile Health, which no container gives to an application as the tests configure it. */
    static File[] monitoring() {
        return Objects.requireNonNull(new File(System.getProperty("tested.war.monitoring")).listFiles());
    }

    /** The library alone. */
    static File library() {
        return new File(System.getProperty("tested.jar"));
    }

    /** A web.xml with this content. */
    static StringAsset webXml(String content) {
        return new StringAsset(
                "<web-app xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"6.0\">" + content + "</web-app>");
    }
}
