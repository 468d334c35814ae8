package org.sockeye.internal.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.sockeye.internal.engine.EngineRequest;

/**
 * Compresses long-polling answers that are worth it, in a way that the client accepts.
 *
 * <p>An answer that somebody in front has given a Content-Encoding is left as it is. A container that compresses leaves alone what has one from here.
 */
final class HttpCompression {

    private enum Coding {
        GZIP("gzip"),
        DEFLATE("deflate");

        private final String wireName;

        Coding(String wireName) {
            this.wireName = wireName;
        }

        OutputStream over(OutputStream compressed) throws IOException {
            return this == GZIP ? new GZIPOutputStream(compressed) : new DeflaterOutputStream(compressed);
        }
    }

    private static final String ENCODING = "Content-Encoding";
    private static final String ACCEPT = "accept-encoding";

    private final boolean on;
    private final int threshold;

    HttpCompression(boolean on, int threshold) {
        this.on = on;
        this.threshold = threshold;
    }

    /** What is done to the bodies of the answer to one request. */
    interface Answer {
        /** Compresses a body, and says so in the headers; or answers it as it is. */
        byte[] apply(byte[] body, HttpServletResponse response) throws IOException;
    }

    /** What a client accepts is looked at only once an answer is large enough. */
    Answer of(EngineRequest request) {
        if (!on) {
            return (body, response) -> body;
        }
        List<String> accepted = request.handshake().headers().getOrDefault(ACCEPT, List.of());
        return (body, response) -> apply(accepted, body, response);
    }

    private static Optional<Coding> preferred(AcceptedCodings accepted) {
        double gzip = accepted.quality(Coding.GZIP.wireName);
        double deflate = accepted.quality(Coding.DEFLATE.wireName);
        if (Math.max(gzip, deflate) <= 0 || Math.max(gzip, deflate) < accepted.qualityOfIdentity()) {
            return Optional.empty();
        }
        return Optional.of(deflate > gzip ? Coding.DEFLATE : Coding.GZIP);
    }

    private byte[] apply(List<String> accepted, byte[] body, HttpServletResponse response) throws IOException {
        if (body.length < threshold || response.getHeader(ENCODING) != null) {
            return body;
        }
        response.addHeader("Vary", "Accept-Encoding");
        Optional<Coding> coding = preferred(new AcceptedCodings(accepted));
        if (coding.isEmpty()) {
            return body;
        }
        response.setHeader(ENCODING, coding.get().wireName);
        ByteArrayOutputStream compressed = new ByteArrayOutputStream(body.length / 2);
        try (OutputStream compressing = coding.get().over(compressed)) {
            compressing.write(body);
        }
        return compressed.toByteArray();
    }
}
