package org.sockeye.internal.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.sockeye.internal.engine.HttpBody;
import org.sockeye.internal.engine.PostIntake;

/**
 * Reads the body of a POST as it comes, so that a client that is slow to send holds no thread, and counts its bytes before it keeps them.
 *
 * <p>The calls of the container do not overlap.
 */
final class PostReader implements ReadListener {

    private static final byte[] OK = "ok".getBytes(StandardCharsets.US_ASCII);
    private static final int CHUNK = 8192;

    private final HttpExchange exchange;
    private final ServletInputStream input;
    private final PostIntake intake;
    private final String contentType;
    private final int maxPayload;
    private final byte[] chunk = new byte[CHUNK];
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    PostReader(HttpExchange exchange, ServletInputStream input, PostIntake intake, String contentType, int maxPayload) {
        this.exchange = exchange;
        this.input = input;
        this.intake = intake;
        this.contentType = contentType;
        this.maxPayload = maxPayload;
    }

    /** Payara calls a body finished that has come but was not read, so what is left is not asked for. */
    @Override
    public void onDataAvailable() throws IOException {
        int count = 0;
        while (count >= 0 && input.isReady()) {
            count = input.read(chunk);
            if (count > maxPayload - body.size()) {
                refuseTooLarge();
                return;
            }
            body.write(chunk, 0, Math.max(count, 0));
        }
    }

    private void refuseTooLarge() {
        intake.refuse();
        exchange.refuse(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
    }

    @Override
    public void onAllDataRead() throws IOException {
        if (!intake.complete(new HttpBody(contentType, body.toByteArray()))) {
            exchange.refuse(HttpServletResponse.SC_BAD_REQUEST);
        } else if (exchange.claim()) {
            answer(exchange.response());
            exchange.complete();
        }
    }

    /** HTML it is, as browsers once offered to download text. */
    private static void answer(HttpServletResponse response) throws IOException {
        response.setContentType("text/html");
        response.setContentLength(OK.length);
        response.getOutputStream().write(OK);
    }

    @Override
    public void onError(Throwable failure) {
        exchange.lose(failure);
    }
}
