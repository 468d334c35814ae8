package org.sockeye.internal.engine;

import org.sockeye.internal.protocol.EngineCodec;
import org.sockeye.internal.protocol.PayloadCodec;

/** How one client speaks: the packets of its revision, and what its long-polling puts them into. */
record Dialect(EngineCodec codec, PayloadCodec payloads) {}
