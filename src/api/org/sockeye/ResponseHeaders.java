package org.sockeye;

public interface ResponseHeaders {
    void add(String name, String value);
    void set(String name, String value);
}
