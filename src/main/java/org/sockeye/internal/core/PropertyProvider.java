package org.sockeye.internal.core;

import java.util.Collection;
import java.util.List;

/** Where properties of an application may be beside {@code web.xml}. Found by ServiceLoader; what its API needs may be absent. */
public interface PropertyProvider {

    /**
     * The properties that there are now, of these names and of all others that begin in this way; none where the API is absent.
     *
     * @param known names that mean something, which a source may spell in another way
     * @throws org.sockeye.ConfigurationException if one has a value that cannot be read
     */
    List<Property> properties(ClassLoader application, String prefix, Collection<String> known);

    /** The application ends: what was kept for it is let go of. Idempotent, and nothing where the API is absent. */
    void release(ClassLoader application);

    /**
     * A property.
     *
     * @param source where it was found, in words, for messages
     */
    record Property(String name, String value, String source) {}
}
