package org.sockeye.example.chat;

import java.util.Map;

/** What a page is told first: as whom its user has logged in, whether she may remove others, and how many people are in each room. */
public record Welcome(String name, boolean moderator, Map<String, Integer> rooms) {}
