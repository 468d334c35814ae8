package org.sockeye.internal.core;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** All namespaces of a server. */
record AllNamespaces(CoreServer server) implements Family {

    @Override
    public List<CoreNamespace> all() {
        return server.namespaces().all();
    }

    @Override
    public @Nullable Running running() {
        return server.running();
    }
}
