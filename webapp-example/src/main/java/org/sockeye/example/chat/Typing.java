package org.sockeye.example.chat;

/** Whether somebody is typing. */
public record Typing(String name, boolean now) {}
