package org.sockeye.internal.json;

import java.util.BitSet;
import java.util.List;
import org.sockeye.PayloadException;

/**
 * The attachments that one value may refer to, each once.
 *
 * <p>Once, because a text of a few kilobytes could otherwise ask for one attachment a thousand times over.
 */
final class Attachments {

    static final String MARK = "_placeholder";
    static final String NUMBER = "num";

    private final List<byte[]> parts;
    private final BitSet taken = new BitSet();

    Attachments(List<byte[]> parts) {
        this.parts = parts;
    }

    /** A packet without attachments has no placeholders either: an object that looks like one is only an object. */
    boolean isEmpty() {
        return parts.isEmpty();
    }

    /** The bytes that belong to the packet and may be read again: copy them before they are handed out. */
    byte[] take(int number) {
        if (number < 0 || number >= parts.size() || taken.get(number)) {
            throw new PayloadException("JSON refers to an attachment that does not exist, or twice to the same");
        }
        taken.set(number);
        return parts.get(number);
    }

    static String placeholder(int number) {
        return "{\"" + MARK + "\":true,\"" + NUMBER + "\":" + number + '}';
    }
}
