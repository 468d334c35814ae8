package org.sockeye;

@FunctionalInterface
public interface NamespaceListener {
    void created(Namespace namespace) throws Exception;
}
