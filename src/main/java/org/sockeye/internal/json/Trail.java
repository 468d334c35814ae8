package org.sockeye.internal.json;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Where in a value a reader is: a step for each container that it is inside of. Bounds how many these are. For one thread. */
final class Trail {

    private static final int BEFORE_FIRST = -1;

    private @Nullable String[] names = new @Nullable String[8]; // confined to one thread
    private int[] positions = new int[8]; // confined, as said
    private int depth; // confined, as said

    void enter() {
        Limits.checkDepth(depth + 1);
        if (depth == positions.length) {
            names = Arrays.copyOf(names, 2 * depth);
            positions = Arrays.copyOf(positions, 2 * depth);
        }
        positions[depth] = BEFORE_FIRST;
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

    /** At the element behind the one where it was; at the top, nowhere. */
    void atNext() {
        if (depth > 0) {
            positions[depth - 1]++;
        }
    }

    boolean isInside() {
        return depth > 0;
    }

    boolean isAtName() {
        return depth > 0 && names[depth - 1] != null;
    }

    /** As {@link org.sockeye.PayloadException#path}; {@code null} at the top. */
    @Nullable
    String path() {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < depth; i++) {
            appendStep(path, names[i], positions[i]);
        }
        return path.length() == 0 ? null : path.toString();
    }

    /** None into a container of which nothing was looked at. */
    private static void appendStep(StringBuilder path, @Nullable String name, int position) {
        if (name != null || position > BEFORE_FIRST) {
            Misfit.appendStep(path, name, position);
        }
    }
}
