package org.sockeye.example.chat;

/** What a page sends to enter a room. Either may be missing: it comes from outside. */
public record Entry(String name, String room) {}
