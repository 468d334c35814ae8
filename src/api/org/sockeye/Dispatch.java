package org.sockeye;

public enum Dispatch {
    CONTAINER, EXECUTOR, VIRTUAL;
}
