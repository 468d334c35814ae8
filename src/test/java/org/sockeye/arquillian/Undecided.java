package org.sockeye.arquillian;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.sockeye.SocketIoServer;

/** An application that does not say which of its servers it wants. */
@ApplicationScoped
public class Undecided {

    @Inject
    SocketIoServer io;
}
