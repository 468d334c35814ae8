package org.sockeye;

import org.jspecify.annotations.Nullable;

public class PayloadException extends RuntimeException {
    public PayloadException(String message) { super(); }
    public PayloadException(String message, @Nullable String path, @Nullable Throwable cause) { super(); }
    public PayloadException(String message, @Nullable Throwable cause) { super(); }
    public @Nullable String path() { throw null; }
}
