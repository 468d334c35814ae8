package org.sockeye;

public enum Dispatch {
    AUTO, CONTAINER, EXECUTOR, VIRTUAL;
}
