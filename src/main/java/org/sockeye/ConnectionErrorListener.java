package org.sockeye;

/** Is told of requests that are refused. See {@link Engine} for threads. */
@FunctionalInterface
public interface ConnectionErrorListener {

    /** Called before the client is answered. */
    void refused(ConnectionError error);
}
