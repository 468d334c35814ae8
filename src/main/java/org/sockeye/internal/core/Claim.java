package org.sockeye.internal.core;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sockeye.PayloadException;

/**
 * What a client says that wants to go on with a session, in its {@code auth}. Others may have to look it up, so that it must look like one.
 *
 * @param offset {@code null} when the client has received no event yet
 */
record Claim(String pid, @Nullable String offset) {

    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{20}");
    private static final Pattern OFFSET = Pattern.compile("[\\x21-\\x7e]{1,100}");

    /** What a client says; {@code null} if it says nothing of the kind. */
    static @Nullable Claim of(CoreHandshake handshake) {
        try {
            Object pid = handshake.auth().get("pid");
            Object offset = handshake.auth().get("offset");
            return pid instanceof String secret && SECRET.matcher(secret).matches() && isOffset(offset)
                    ? new Claim(secret, (String) offset)
                    : null;
        } catch (PayloadException unreadable) {
            CoreLog.debug("what a client says of its session cannot be read: {0}", unreadable.getClass());
            return null;
        }
    }

    private static boolean isOffset(@Nullable Object offset) {
        return offset == null
                || (offset instanceof String text && OFFSET.matcher(text).matches());
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "Claim";
    }
}
