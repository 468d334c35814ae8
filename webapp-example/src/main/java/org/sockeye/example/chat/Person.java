package org.sockeye.example.chat;

/** Somebody in a room. */
record Person(String name, String room) {}
