package org.sockeye.internal.core;

import java.util.Optional;

/** Finds beans of the application, for what may not see CDI. */
public interface BeanFinder {

    /** Where there is no CDI. */
    BeanFinder NONE = new BeanFinder() {
        @Override
        public <T> Optional<T> find(Class<T> type) {
            return Optional.empty();
        }
    };

    /** The one bean of that type; empty if there is none, or several of which none is preferred, which is logged. */
    <T> Optional<T> find(Class<T> type);
}
