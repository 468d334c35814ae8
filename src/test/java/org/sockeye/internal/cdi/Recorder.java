package org.sockeye.internal.cdi;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What observers were called with, in that order. */
@ApplicationScoped
class Recorder {

    private final List<Object> seen = new CopyOnWriteArrayList<>();

    void saw(Object value) {
        seen.add(value);
    }

    List<Object> seen() {
        return seen;
    }
}
