package org.sockeye.example.chat;

import java.time.Instant;

/** What was said: by whom, to which person or room, and when. */
public record Message(String from, String to, String text, Instant at) {}
