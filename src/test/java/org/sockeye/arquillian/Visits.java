package org.sockeye.arquillian;

import jakarta.enterprise.context.RequestScoped;

/** Counts within one event. */
@RequestScoped
public class Visits {

    /** Only used by the thread of the request. */
    private int count;

    public int count() {
        return ++count;
    }
}
