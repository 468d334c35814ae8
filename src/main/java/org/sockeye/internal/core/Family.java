package org.sockeye.internal.core;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Several namespaces of a server. */
interface Family {

    /** Those that exist now. */
    List<CoreNamespace> all();

    /** What the server runs on; {@code null} before it has started. */
    @Nullable
    Running running();
}
