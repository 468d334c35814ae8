package org.sockeye.internal.core;

/** Sees namespaces come and go, those that clients create among them. Called by whichever thread it happens on, which it must not hold; throws nothing. */
public interface NamespaceWatcher {

    /** There is a namespace of this name. May be told twice of one. */
    void created(String name);

    /** There is no namespace of this name any more. */
    void gone(String name);
}
