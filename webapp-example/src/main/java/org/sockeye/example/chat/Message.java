package org.sockeye.example.chat;

import java.time.Instant;

/** What was said: by which socket, under which name, and when. */
public record Message(String sender, String from, String text, Instant at) {}
