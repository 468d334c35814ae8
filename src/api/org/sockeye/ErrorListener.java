package org.sockeye;

@FunctionalInterface
public interface ErrorListener {
    void failed(SocketError error) throws Exception;
}
