package org.sockeye;

public enum OutboxPolicy {
    CLOSE, DROP_VOLATILE;
}
