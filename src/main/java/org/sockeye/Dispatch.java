package org.sockeye;

/** Which threads run the application's listeners, observers and middleware. */
public enum Dispatch {
    /**
     * {@link #CONTAINER} where no bean observes anything of the server and the container is known to have more than 16 request threads, otherwise
     * {@link #EXECUTOR}. Decided when the application starts, and said in the log.
     */
    AUTO,
    /** The container's own thread, the one that read the packet: no hand-over, but a listener that blocks holds it. */
    CONTAINER,
    /** The container's {@code ManagedExecutorService} where it has one, otherwise daemon threads of the server. */
    EXECUTOR,
    /** One virtual thread per run of events; needs a JDK that has them. */
    VIRTUAL
}
