package org.sockeye;

/**
 * The headers of an answer that is about to be sent.
 *
 * <p>Those that frame or upgrade a message are for the server alone: {@code Connection}, {@code Content-Encoding}, {@code Content-Length},
 * {@code Content-Range}, {@code Keep-Alive}, {@code Proxy-Connection}, {@code TE}, {@code Trailer}, {@code Transfer-Encoding}, {@code Upgrade} and whatever
 * begins with {@code Sec-WebSocket-}.
 */
public interface ResponseHeaders {

    /**
     * Sets a header, in place of any that has this name.
     *
     * @throws IllegalArgumentException if name or value cannot stand in a header, or the header is for the server alone
     */
    void set(String name, String value);

    /**
     * Adds a header, beside any that has this name.
     *
     * @throws IllegalArgumentException if name or value cannot stand in a header, or the header is for the server alone
     */
    void add(String name, String value);
}
