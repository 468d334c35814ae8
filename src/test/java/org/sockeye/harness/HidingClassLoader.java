package org.sockeye.harness;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The class path of the tests as a container's parent class loader, without what the container would not have. */
final class HidingClassLoader extends ClassLoader {

    private final List<String> packages;
    private final List<String> places;

    /**
     * Hides classes and resources.
     *
     * @param packages prefixes of class names
     * @param places parts of the URLs of resources, such as the names of jars
     */
    HidingClassLoader(ClassLoader parent, List<String> packages, List<String> places) {
        super(parent);
        this.packages = packages;
        this.places = places;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (packages.stream().anyMatch(name::startsWith)) {
            throw new ClassNotFoundException(name + " is hidden");
        }
        return super.loadClass(name, resolve);
    }

    @Override
    public @Nullable URL getResource(String name) {
        try {
            Enumeration<URL> found = getResources(name);
            return found.hasMoreElements() ? found.nextElement() : null;
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        return Collections.enumeration(Collections.list(super.getResources(name)).stream()
                .filter(url -> places.stream().noneMatch(url.toString()::contains))
                .toList());
    }
}
