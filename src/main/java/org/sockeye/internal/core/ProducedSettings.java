package org.sockeye.internal.core;

import java.util.List;
import org.sockeye.SocketIoConfig;

/** The settings that beans of the application produce; implemented over CDI where there is CDI. */
@FunctionalInterface
public interface ProducedSettings {

    /**
     * What beans produce for one server, what is for this server alone before what is for every server. Called when the servers start.
     *
     * @throws org.sockeye.ConfigurationException if a bean cannot produce them, or two say that they do
     */
    List<Produced> of(ManagedServer server);

    /** Where there is no CDI: nothing. */
    ProducedSettings NONE = server -> List.of();

    /**
     * The settings that one bean produces.
     *
     * @param source which bean it is, in words, for messages
     */
    record Produced(SocketIoConfig settings, String source) {}
}
