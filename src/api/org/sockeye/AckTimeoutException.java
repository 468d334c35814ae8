package org.sockeye;

import java.util.List;

public class AckTimeoutException extends RuntimeException {
    public AckTimeoutException(String message) { super(); }
    public AckTimeoutException(String message, List<? extends Reply> replies) { super(); }
    public List<Reply> replies() { throw null; }
}
