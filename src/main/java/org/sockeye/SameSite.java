package org.sockeye;

/** With which requests of other sites a browser sends a cookie. */
public enum SameSite {
    /** With none. */
    STRICT,
    /** Only when the user follows a link. */
    LAX,
    /** With all; browsers demand a cookie that is {@code Secure}. */
    NONE
}
