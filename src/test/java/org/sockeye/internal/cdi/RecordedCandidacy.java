package org.sockeye.internal.cdi;

import java.util.ArrayList;
import java.util.List;
import org.sockeye.Socket;
import org.sockeye.internal.core.Candidacy;

/** Keeps why a client is refused. */
final class RecordedCandidacy implements Candidacy {

    final List<Throwable> reasons = new ArrayList<>();
    private final Socket socket;

    RecordedCandidacy(Socket socket) {
        this.socket = socket;
    }

    @Override
    public Socket socket() {
        return socket;
    }

    @Override
    public void refuse(Throwable reason) {
        reasons.add(reason);
    }

    @Override
    public boolean isRefused() {
        return !reasons.isEmpty();
    }
}
