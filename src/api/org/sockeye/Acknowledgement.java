package org.sockeye;

import org.jspecify.annotations.Nullable;

public interface Acknowledgement {
    boolean answer(@Nullable Object... arguments);
    boolean isRequested();
}
