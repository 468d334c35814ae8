package org.sockeye.internal.web;

import java.util.concurrent.atomic.AtomicBoolean;
import org.sockeye.internal.engine.HttpBody;
import org.sockeye.internal.engine.PostIntake;

/** A POST's intake of which only the first call counts: an error of the container may come after the answer. */
final class SettledOnce implements PostIntake {

    private final PostIntake intake;
    private final AtomicBoolean settled = new AtomicBoolean();

    SettledOnce(PostIntake intake) {
        this.intake = intake;
    }

    @Override
    public boolean complete(HttpBody body) {
        return settle() && intake.complete(body);
    }

    @Override
    public void refuse() {
        if (settle()) {
            intake.refuse();
        }
    }

    @Override
    public void abort(String description) {
        if (settle()) {
            intake.abort(description);
        }
    }

    private boolean settle() {
        return settled.compareAndSet(false, true);
    }
}
