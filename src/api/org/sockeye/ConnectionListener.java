package org.sockeye;

@FunctionalInterface
public interface ConnectionListener {
    void connected(Socket socket) throws Exception;
}
