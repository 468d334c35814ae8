package org.sockeye;

public enum SameSite {
    STRICT, LAX, NONE;
}
