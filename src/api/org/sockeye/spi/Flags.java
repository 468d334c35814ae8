package org.sockeye.spi;

import java.time.Duration;
import java.util.Optional;

public record Flags(boolean isVolatile, boolean compress, boolean isLocal, Optional<Duration> timeout) {
    public static final Flags NONE = null;
    public Flags(boolean isVolatile, boolean compress) { this((boolean) false, (boolean) false, (boolean) false, (Optional) null); }
    public Flags asVolatile() { throw null; }
    public Flags compress(boolean choice) { throw null; }
    public Flags local() { throw null; }
    public Flags timeout(Duration deadline) { throw null; }
}
