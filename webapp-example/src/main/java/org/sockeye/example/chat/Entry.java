package org.sockeye.example.chat;

/** What a page sends to enter a room. */
public record Entry(String room) {}
