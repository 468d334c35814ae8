package org.sockeye;

public sealed interface SocketListener permits EventListener, EventListener1, EventListener2, EventListener3 {
}
