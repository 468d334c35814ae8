package org.sockeye.internal.cdi;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sockeye.internal.core.PayloadConstraints;

/** The class loader of an application that has no other extensions than those that a test gives it: Hibernate Validator's does not work on OpenWebBeans. */
final class ApplicationLoader extends URLClassLoader {

    /** Instead of those that there are; set by the test's thread before the application is started. */
    private @Nullable URL constraints;

    ApplicationLoader() {
        super(new URL[0], ApplicationLoader.class.getClassLoader());
    }

    /** Has a file that names other ones say what validates payloads. */
    void validateBy(URL service) {
        constraints = service;
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        if (constraints != null && name.endsWith(PayloadConstraints.class.getName())) {
            return Collections.enumeration(List.of(constraints));
        }
        List<URL> found = Collections.list(super.getResources(name));
        found.removeIf(resource ->
                name.endsWith("inject.spi.Extension") && resource.getPath().contains("hibernate-validator-cdi"));
        return Collections.enumeration(found);
    }
}
