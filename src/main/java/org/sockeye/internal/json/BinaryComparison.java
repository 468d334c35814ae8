package org.sockeye.internal.json;

import java.util.Base64;
import java.util.List;
import org.sockeye.PayloadException;

/** Walks through two texts of one value, which differ in how they write bytes. See {@link ComparingWriter}. */
final class BinaryComparison {

    /** A ByteBuffer in the second text. */
    static final char MARK = '0';

    private final String base64;
    private final String numbers;
    private final List<byte[]> attachments;
    private final StringBuilder out;
    // Where the walk is in the first text; one thread walks.
    private int left;
    // Where it is in the second.
    private int right;

    private BinaryComparison(String base64, String numbers, List<byte[]> attachments) {
        this.base64 = base64;
        this.numbers = numbers;
        this.attachments = attachments;
        this.out = new StringBuilder(base64.length());
    }

    static String placeholders(String base64, String numbers, List<byte[]> attachments) {
        if (base64.equals(numbers)) {
            return base64;
        }
        BinaryComparison walk = new BinaryComparison(base64, numbers, attachments);
        while (walk.left < base64.length()) {
            walk.step();
        }
        return walk.out.toString();
    }

    private void step() {
        char ours = base64.charAt(left);
        char theirs = right < numbers.length() ? numbers.charAt(right) : JsonScanner.END;
        if (ours == '"' && (theirs == '[' || theirs == MARK)) {
            bytes();
        } else if (ours == '"' && theirs == '"') {
            copy(Limits.endOfString(base64, left) + 1);
            right = Limits.endOfString(numbers, right) + 1;
        } else if (isStructure(ours) || isStructure(theirs)) {
            structure(ours, theirs);
        } else {
            copy(endOfScalar(base64, left));
            right = endOfScalar(numbers, right);
        }
    }

    private void bytes() {
        int end = Limits.endOfString(base64, left);
        out.append(Attachments.placeholder(attachments.size()));
        attachments.add(Base64.getDecoder().decode(base64.substring(left + 1, end)));
        left = end + 1;
        right = numbers.charAt(right) == MARK ? endOfScalar(numbers, right) : numbers.indexOf(']', right) + 1;
    }

    /** Two equal texts but for the bytes, unless somebody changes the object meanwhile. */
    private void structure(char ours, char theirs) {
        if (ours != theirs) {
            throw new PayloadException("The value changed while it was written");
        }
        copy(left + 1);
        right++;
    }

    private void copy(int end) {
        out.append(base64, left, end);
        left = end;
    }

    private static boolean isStructure(char c) {
        return c == '{' || c == '}' || c == '[' || c == ']' || c == ',' || c == ':' || c == JsonScanner.END;
    }

    private static int endOfScalar(String json, int start) {
        int end = start + 1;
        while (end < json.length() && !isStructure(json.charAt(end)) && json.charAt(end) != '"') {
            end++;
        }
        return end;
    }
}
