package org.sockeye.example.chat;

import java.util.Map;

/** What a page is told first: as whom its user has logged in, and how many people are in each room. */
public record Welcome(String name, Map<String, Integer> rooms) {}
