package org.sockeye;

import org.jspecify.annotations.Nullable;

public interface ServerSideEvent extends Arguments {
    boolean answer(@Nullable Object... arguments);
    String name();
}
