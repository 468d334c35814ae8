package org.sockeye.internal.core;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.sockeye.Socket;
import org.sockeye.SocketError.Kind;

/**
 * The way of one candidate into its namespace. It goes on in the lane of the candidate's client, which is held while a middleware takes its time, so
 * that nothing that the client sends overtakes the decision.
 */
final class Admission implements Candidacy {

    private final CoreSocket candidate;
    private final CoreNamespace namespace;
    private final Iterator<Entrance.Check> checks;
    /** Confined to the lane. */
    private boolean refused;

    Admission(CoreNamespace namespace, CoreSocket candidate, List<Entrance.Check> checks) {
        this.namespace = namespace;
        this.candidate = candidate;
        this.checks = checks.iterator();
    }

    /** Asks the middleware, and connects the candidate or refuses it. On the dispatch, in the lane. */
    void begin() {
        candidate.events().inContextOf(candidate, this::goOn);
    }

    /** Nobody is asked about a candidate that is gone: also its beans are, of which none may be made again. */
    private void goOn() {
        if (candidate.phase().isGone()) {
            return;
        }
        while (checks.hasNext() && !candidate.phase().isGone()) {
            try {
                CompletionStage<?> stage = checks.next().of(candidate);
                if (stage != null) {
                    candidate.lane().hold(stage, this::decided);
                    return;
                }
            } catch (Throwable reason) {
                refuse(reason, Kind.MIDDLEWARE);
                return;
            }
        }
        candidate.events().connecting(this);
        refused = refused || candidate.expiry().refusesNow();
        if (!refused && candidate.connect()) {
            namespace.connected(candidate);
        }
    }

    @Override
    public Socket socket() {
        return candidate;
    }

    @Override
    public void refuse(Throwable reason) {
        refuse(reason, Kind.OBSERVER);
    }

    private void refuse(Throwable reason, Kind kind) {
        if (!refused) {
            refused = true;
            candidate.refuse(Refusal.by(reason, kind, candidate));
        }
    }

    @Override
    public boolean isRefused() {
        return refused;
    }

    private void decided(@Nullable Object value, @Nullable Throwable reason) {
        candidate.events().inContextOf(candidate, () -> {
            if (reason == null) {
                goOn();
            } else {
                refuse(cause(reason), Kind.MIDDLEWARE);
            }
        });
    }

    /** What a stage failed with, which derived stages wrap. */
    private static Throwable cause(Throwable failure) {
        Throwable cause = failure.getCause();
        boolean isWrapped = failure instanceof CompletionException || failure instanceof ExecutionException;
        return isWrapped && cause != null ? cause : failure;
    }
}
