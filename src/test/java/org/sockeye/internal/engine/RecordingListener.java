package org.sockeye.internal.engine;

import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Remembers what a session told, in order, and complains when two calls overlap. Echoes when asked to. */
final class RecordingListener implements SessionListener {

    private final AtomicBoolean inside = new AtomicBoolean();
    private final Consumer<String> onText;
    final List<String> events = new CopyOnWriteArrayList<>();

    /** What was said of the end, beyond the reason. */
    final List<String> descriptions = new CopyOnWriteArrayList<>();

    RecordingListener(Consumer<String> onText) {
        this.onText = onText;
    }

    @Override
    public void received(String text) {
        enter("text " + text);
        try {
            onText.accept(text);
        } finally {
            leave();
        }
    }

    @Override
    public void received(byte[] data) {
        enter("binary " + Base64.getEncoder().encodeToString(data));
        leave();
    }

    @Override
    public void closed(CloseReason reason, @Nullable String description) {
        enter("closed " + reason.text());
        descriptions.add(String.valueOf(description));
        leave();
    }

    private void enter(String event) {
        events.add(inside.compareAndSet(false, true) ? event : "OVERLAP " + event);
    }

    private void leave() {
        inside.set(false);
    }
}
