package org.sockeye.internal.json;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Where in a value a reader is: a step for each container that it is inside of. Bounds how many these are. For one thread. */
final class Trail {

    private @Nullable String[] names = new @Nullable String[8]; // confined to one thread
    private int[] positions = new int[8]; // confined, as said
    private int depth; // confined, as said

    void enter() {
        Limits.checkDepth(depth + 1);
        if (depth == positions.length) {
            names = Arrays.copyOf(names, 2 * depth);
            positions = Arrays.copyOf(positions, 2 * depth);
        }
        names[depth++] = null;
    }

    void leave() {
        depth--;
    }

    void at(String name) {
        names[depth - 1] = name;
    }

    void at(int position) {
        positions[depth - 1] = position;
    }

    /** As {@link org.sockeye.PayloadException#path}; {@code null} at the top. */
    @Nullable
    String path() {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < depth; i++) {
            Misfit.appendStep(path, names[i], positions[i]);
        }
        return depth == 0 ? null : path.toString();
    }
}
