package org.sockeye.internal.web;

/**
 * A setting as it was given.
 *
 * @param server the name of the server that it is for; empty for every server
 * @param source where it was given, in words, for messages
 */
record GivenSetting(String server, String name, String value, String source) {

    boolean isFor(String asking) {
        return server.isEmpty() || server.equals(asking);
    }
}
