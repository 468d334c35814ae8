package org.sockeye;

@FunctionalInterface
public interface ConnectionErrorListener {
    void refused(ConnectionError error);
}
