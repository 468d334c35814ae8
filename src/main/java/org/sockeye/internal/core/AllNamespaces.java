package org.sockeye.internal.core;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All namespaces of a server. */
record AllNamespaces(CoreServer server) implements Family {

    /**
     * The main one first: there a user's clients are disconnected that are in none ({@link Rooms#disconnect}). One that is in another one by then is found there
     * afterwards.
     */
    @Override
    public List<CoreNamespace> all() {
        List<CoreNamespace> all = new ArrayList<>(server.namespaces().all());
        all.sort(Comparator.comparing(namespace -> !namespace.name().equals("/")));
        return all;
    }

    @Override
    public @Nullable Running running() {
        return server.running();
    }
}
