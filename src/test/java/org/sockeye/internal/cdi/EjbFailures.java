package org.sockeye.internal.cdi;

import net.bytebuddy.ByteBuddy;
import net.bytebuddy.ClassFileVersion;

/** What an EJB container puts around an exception, of which there is no class here. */
final class EjbFailures {

    private static final Class<? extends RuntimeException> GENERAL = subclass(RuntimeException.class, "EJBException");
    private static final Class<? extends RuntimeException> SPECIAL =
            subclass(GENERAL, "EJBTransactionRolledbackException");

    private EjbFailures() {}

    private static Class<? extends RuntimeException> subclass(Class<? extends RuntimeException> type, String name) {
        return new ByteBuddy(ClassFileVersion.JAVA_V17)
                .subclass(type)
                .name("jakarta.ejb." + name)
                .make()
                .load(type == RuntimeException.class ? EjbFailures.class.getClassLoader() : type.getClassLoader())
                .getLoaded();
    }

    /** An exception of a kind of {@code jakarta.ejb.EJBException}. */
    static RuntimeException around(Exception cause) {
        try {
            RuntimeException failure = SPECIAL.getConstructor().newInstance();
            failure.initCause(cause);
            return failure;
        } catch (ReflectiveOperationException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
