package org.sockeye;

/** A listener of events, with however many arguments: what {@link Socket#off(String, SocketListener)} takes out again. */
public sealed interface SocketListener permits EventListener, EventListener1, EventListener2, EventListener3 {}
