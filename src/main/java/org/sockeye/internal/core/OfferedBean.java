package org.sockeye.internal.core;

import java.lang.annotation.Annotation;
import java.util.Set;

/**
 * A bean that the library gives to an application whose libraries know what to do with it. Found by {@link java.util.ServiceLoader}; may fail with a
 * {@link LinkageError} where those libraries are missing.
 */
public interface OfferedBean {

    /** The types that it is found by. */
    Set<Class<?>> types();

    /** The qualifiers that it is found by. */
    Set<Annotation> qualifiers();

    /** Makes the bean, for the servers of this application. */
    Object create(ServerDirectory servers);
}
