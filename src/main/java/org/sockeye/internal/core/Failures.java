package org.sockeye.internal.core;

/** Is told what observers throw. */
@FunctionalInterface
public interface Failures {

    /**
     * An observer threw.
     *
     * @return whether an error listener was told; if not, it is for the caller to log
     */
    boolean failed(Throwable thrown);
}
