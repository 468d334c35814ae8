package org.sockeye.internal.web;

import static org.sockeye.internal.web.Log.LOG;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;
import org.sockeye.internal.engine.HttpBody;
import org.sockeye.internal.engine.PollExchange;

/**
 * Answers a GET that was held.
 *
 * <p>The thread that emits hands the payload over to a thread of the container and goes on; the container calls back whenever the
 * client takes more. So a client that does not read holds nobody but itself. The hand-over is ours, for Tomcat calls back on
 * the thread that sets a listener: it would finish the request there, and serve the next one of the connection, while the application is
 * in the middle of an event.
 */
final class PollAnswer implements PollExchange, WriteListener {

    private final HttpExchange exchange;
    private final HttpCompression.Answer compression;
    /** Set before the container is asked to call back; read by its threads. */
    private volatile HttpBody body = new HttpBody("text/plain", new byte[0]);
    /** Set with the body. */
    private volatile boolean compress;
    /** The body as it is sent. Set before the container is asked to call back; read by its threads. */
    private volatile byte[] sent = {};
    /** Set before the container is asked to call back; read by its threads. */
    private volatile @Nullable ServletOutputStream output;
    /** Only used in calls of the container, which do not overlap. */
    private volatile boolean written;

    /** The thread that serves the request, until it lets go of it. */
    private volatile @Nullable Thread serving = Thread.currentThread();

    PollAnswer(HttpExchange exchange, HttpCompression.Answer compression) {
        this.exchange = exchange;
        this.compression = compression;
    }

    /** The request is held from now on: the thread that made this object goes back to the container. */
    void hold() {
        serving = null;
    }

    @Override
    public void respond(HttpBody answer, boolean mayBeCompressed) {
        if (exchange.claim()) {
            body = answer;
            compress = mayBeCompressed;
            if (Thread.currentThread() == serving) {
                exchange.answer(this::startWriting);
            } else {
                exchange.answerOnContainerThread(this::startWriting);
            }
        }
    }

    @Override
    public void fail(int status) {
        try {
            exchange.refuse(status);
        } catch (RuntimeException gone) {
            LOG.log(Level.DEBUG, "a client went away before it was refused", gone);
        }
    }

    private void startWriting() throws IOException {
        HttpServletResponse response = exchange.response();
        response.setStatus(HttpServletResponse.SC_OK);
        response.setContentType(body.contentType());
        sent = compress ? compression.apply(body.bytes(), response) : body.bytes();
        response.setContentLength(sent.length);
        ServletOutputStream stream = response.getOutputStream();
        output = stream;
        stream.setWriteListener(this);
    }

    @Override
    public void onWritePossible() throws IOException {
        ServletOutputStream stream = output;
        while (stream != null && stream.isReady()) {
            if (written) {
                exchange.complete();
                return;
            }
            written = true;
            stream.write(sent);
        }
    }

    @Override
    public void onError(Throwable failure) {
        exchange.lose(failure);
    }
}
