package org.sockeye.example.chat;

import java.util.Optional;

/** What somebody says: to one person, on all of her devices, or else to everyone in the room. */
public record Words(String text, Optional<String> to) {}
