package org.sockeye.internal.engine;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;
import org.sockeye.internal.protocol.EnginePacket;
import org.sockeye.internal.protocol.Frame;
import org.sockeye.internal.protocol.JsonText;
import org.sockeye.internal.protocol.Payload;
import org.sockeye.internal.protocol.PayloadCodec;

/**
 * JSON-P: an answer is a script that calls the page with the payload, a POST is a form whose field {@code d} is the payload.
 *
 * <p>A form turns line breaks into others, so the client writes each of them as a backslash and an n, and a backslash before an n
 * as two.
 */
final class JsonpPayloads implements PayloadCodec {

    private static final String SCRIPT = "text/javascript; charset=UTF-8";
    private static final String FIELD = "d";

    private final String callback;
    private final PayloadCodec payloads;

    /**
     * Wraps payloads, which are text.
     *
     * @param callback which of the page's callbacks is called; all but its digits is ignored
     */
    JsonpPayloads(String callback, PayloadCodec payloads) {
        this.callback = "___eio[" + callback.replaceAll("[^0-9]", "") + "]";
        this.payloads = payloads;
    }

    @Override
    public int sizeOf(Frame frame) {
        return payloads.sizeOf(frame);
    }

    /** JSON may hold two characters that end a line in JavaScript. */
    @Override
    public Payload encode(List<Frame> frames) {
        String argument = JsonText.quote(payloads.encode(frames).text())
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
        String script = callback + "(" + argument + ");";
        return new Payload(SCRIPT, script.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public boolean accepts(String contentType) {
        return true;
    }

    /** A form without the field, or with several of it, says nothing. */
    @Override
    public boolean decode(Payload body, Predicate<EnginePacket> sink) {
        List<String> values = QueryString.parse(body.text()).getOrDefault(FIELD, List.of());
        return values.size() != 1 || payloads.decode(Payload.text(withLineBreaks(values.get(0))), sink);
    }

    private static String withLineBreaks(String text) {
        StringBuilder result = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            if (text.startsWith("\\\\n", at)) {
                result.append("\\n");
                at += 2;
            } else if (text.startsWith("\\n", at)) {
                result.append('\n');
                at++;
            } else {
                result.append(text.charAt(at));
            }
        }
        return result.toString();
    }
}
