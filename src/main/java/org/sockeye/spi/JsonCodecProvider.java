package org.sockeye.spi;

/**
 * Makes the JSON codec of a server. Found by {@link java.util.ServiceLoader} and chosen by the setting {@code jsonCodec}; with {@code auto} an
 * application's own comes before those of the jar.
 */
public interface JsonCodecProvider {

    /** The name by which the setting {@code jsonCodec} chooses it. */
    String name();

    /**
     * Makes a codec, on the thread that starts the server, with the application's class loader as the context class loader. Throws whatever it likes,
     * a {@link LinkageError} too, where what it needs is not there: with {@code auto} the next is asked.
     */
    JsonCodec create();
}
