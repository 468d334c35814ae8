package org.sockeye.internal.cdi;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sockeye.ConnectionRefusedException;
import org.sockeye.Socket;
import org.sockeye.cdi.ConnectionRequest;
import org.sockeye.internal.core.Candidacy;

/** A candidacy as observers see it. */
record CandidateRequest(Candidacy candidacy) implements ConnectionRequest {

    @Override
    public Socket socket() {
        return candidacy.socket();
    }

    @Override
    public void accept() {
        // silence is consent
    }

    @Override
    public void refuse(String message) {
        refuse(message, null);
    }

    @Override
    public void refuse(String message, @Nullable Object data) {
        candidacy.refuse(new ConnectionRefusedException(Objects.requireNonNull(message, "message"), data));
    }
}
