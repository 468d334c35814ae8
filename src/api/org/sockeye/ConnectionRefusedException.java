package org.sockeye;

import org.jspecify.annotations.Nullable;

public class ConnectionRefusedException extends Exception {
    public ConnectionRefusedException(String message) { super(); }
    public ConnectionRefusedException(String message, @Nullable Object data) { super(); }
    public @Nullable Object data() { throw null; }
}
