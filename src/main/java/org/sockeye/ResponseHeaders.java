package org.sockeye;

/** The headers of an answer that is about to be sent. */
public interface ResponseHeaders {

    /**
     * Sets a header, in place of any that has this name.
     *
     * @throws IllegalArgumentException if name or value cannot stand in a header
     */
    void set(String name, String value);

    /**
     * Adds a header, beside any that has this name.
     *
     * @throws IllegalArgumentException if name or value cannot stand in a header
     */
    void add(String name, String value);
}
