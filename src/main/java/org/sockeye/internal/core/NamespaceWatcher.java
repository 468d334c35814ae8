package org.sockeye.internal.core;

/** Sees namespaces come and go, those that clients create among them. Called by whichever thread it happens on, which it must not hold; throws nothing. */
@FunctionalInterface
public interface NamespaceWatcher {

    /**
     * A namespace of this name has come or gone. Of two threads that tell of the same name the later one may come first: ask
     * {@link ManagedServer#hasNamespace} what is so now.
     */
    void changed(String name);
}
