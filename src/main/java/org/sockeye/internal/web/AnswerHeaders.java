package org.sockeye.internal.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.sockeye.ResponseHeaders;
import org.sockeye.internal.engine.EngineHooks;
import org.sockeye.internal.engine.EngineRequest;

/** The headers of an answer, as the application may change them: nothing that would end a header and begin another, or the message itself. */
final class AnswerHeaders implements ResponseHeaders {

    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern VALUE = Pattern.compile("[\\t\\x20-\\x7e\\x80-\\xff]*");

    /** What says where a message ends, how its body is coded, and what becomes of its connection; in lower case. */
    private static final Set<String> OURS = Set.of(
            "connection",
            "content-encoding",
            "content-length",
            "content-range",
            "keep-alive",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    private static final String OURS_TOO = "sec-websocket-";

    private final HttpServletResponse response;

    private AnswerHeaders(HttpServletResponse response) {
        this.response = response;
    }

    /** Lets the application change them. */
    static void write(EngineHooks hooks, EngineRequest request, HttpServletResponse response) {
        hooks.headers(request.isNew(), new AnswerHeaders(response), request.handshake());
    }

    @Override
    public void set(String name, String value) {
        check(name, value);
        response.setHeader(name, value);
    }

    @Override
    public void add(String name, String value) {
        check(name, value);
        response.addHeader(name, value);
    }

    private static void check(String name, String value) {
        if (!NAME.matcher(name).matches() || !VALUE.matcher(value).matches()) {
            throw new IllegalArgumentException("\"" + Log.safe(name) + ": " + Log.safe(value) + "\" is no header");
        }
        String known = name.toLowerCase(Locale.ROOT);
        if (OURS.contains(known) || known.startsWith(OURS_TOO)) {
            throw new IllegalArgumentException(
                    "\"" + Log.safe(name) + "\" is for the server alone to set: it says how the"
                            + " message is framed, or what becomes of its connection");
        }
    }
}
