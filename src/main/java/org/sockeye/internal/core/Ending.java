package org.sockeye.internal.core;

import org.jspecify.annotations.Nullable;
import org.sockeye.DisconnectReason;

/** Why something is over, and what more is known of it. */
record Ending(DisconnectReason reason, @Nullable String description) {}
