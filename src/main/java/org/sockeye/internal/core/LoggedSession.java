package org.sockeye.internal.core;

import org.sockeye.spi.RecoverableSession;
import org.sockeye.spi.RestoredSession;

/**
 * A session of this server to which its client has come back.
 *
 * @param session the socket as it is when the application has been told of its end
 * @param after the place in the log after which the client goes on
 */
record LoggedSession(AbsentSocket absent, RecoverableSession session, long after) implements RestoredSession {}
