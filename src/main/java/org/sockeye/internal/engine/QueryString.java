package org.sockeye.internal.engine;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes a query string apart as a browser's URLSearchParams does: whatever cannot be decoded stays as it is, nothing is refused.
 *
 * <p>The container's own getParameter is not used: it would read the body of a POST.
 */
public final class QueryString {

    /** As many as the reference server reads of a form. */
    private static final int MOST = 1000;

    private QueryString() {}

    /** The parameters in the order sent, as far as the thousandth; immutable. */
    public static Map<String, List<String>> parse(@Nullable String query) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        if (query != null) {
            addPairs(query, parameters);
        }
        parameters.replaceAll((name, values) -> List.copyOf(values));
        return Collections.unmodifiableMap(parameters);
    }

    /** A body of a megabyte may have hundreds of thousands of parameters, and each would take many times its length. */
    private static void addPairs(String query, Map<String, List<String>> parameters) {
        int start = 0;
        for (int count = 0; count < MOST && start <= query.length(); count++) {
            int ampersand = query.indexOf('&', start);
            int end = ampersand < 0 ? query.length() : ampersand;
            addPair(query.substring(start, end), parameters);
            start = end + 1;
        }
    }

    private static void addPair(String pair, Map<String, List<String>> parameters) {
        if (!pair.isEmpty()) {
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
            parameters.computeIfAbsent(name, unseen -> new ArrayList<>()).add(value);
        }
    }

    private static String decode(String text) {
        if (text.indexOf('%') < 0 && text.indexOf('+') < 0) {
            return text;
        }
        byte[] raw = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(raw.length);
        for (int i = 0; i < raw.length; i++) {
            int escaped = raw[i] == '%' ? escapedByte(raw, i + 1) : -1;
            if (escaped >= 0) {
                decoded.write(escaped);
                i += 2;
            } else {
                decoded.write(raw[i] == '+' ? ' ' : raw[i]);
            }
        }
        return decoded.toString(StandardCharsets.UTF_8);
    }

    private static int escapedByte(byte[] raw, int index) {
        if (index + 1 >= raw.length) {
            return -1;
        }
        int high = Character.digit(raw[index], 16);
        int low = Character.digit(raw[index + 1], 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }
}
