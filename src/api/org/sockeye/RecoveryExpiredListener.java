package org.sockeye;

@FunctionalInterface
public interface RecoveryExpiredListener {
    void expired(ExpiredSession session) throws Exception;
}
