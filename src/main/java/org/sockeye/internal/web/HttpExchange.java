package org.sockeye.internal.web;

import static org.sockeye.internal.web.Log.LOG;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One asynchronous request, from startAsync to complete.
 *
 * <p>Completed once, whoever is first: the answer, an error that the container met, or its timeout. Nobody touches request or response
 * after that. Whether somebody may answer is decided by {@link #claim}.
 */
final class HttpExchange implements AsyncListener {

    private final OpenExchanges open;
    private final AsyncContext context;
    private final HttpServletResponse response;
    private final Runnable lost;
    private final AtomicBoolean claimed = new AtomicBoolean();
    private final AtomicBoolean completed = new AtomicBoolean();

    private HttpExchange(OpenExchanges open, AsyncContext context, HttpServletResponse response, Runnable lost) {
        this.open = open;
        this.context = context;
        this.response = response;
        this.lost = lost;
    }

    /**
     * Puts a request into asynchronous mode.
     *
     * @param timeout after which the request is given up; zero for never
     * @param lost what to do when the request ends without an answer
     */
    static HttpExchange start(
            HttpServletRequest request,
            HttpServletResponse response,
            Duration timeout,
            OpenExchanges open,
            Runnable lost) {
        AsyncContext context = request.startAsync(request, response);
        context.setTimeout(timeout.toMillis());
        HttpExchange exchange = new HttpExchange(open, context, response, lost);
        context.addListener(exchange);
        open.add(exchange);
        return exchange;
    }

    HttpServletResponse response() {
        return response;
    }

    /** Whether the caller is the one to answer. */
    boolean claim() {
        return claimed.compareAndSet(false, true);
    }

    /** Answers on a thread of the container, by something that is quickly done. */
    void answerOnContainerThread(Answering answering) {
        try {
            context.start(() -> answer(answering));
        } catch (RuntimeException gone) {
            lose(gone);
        }
    }

    /** Answers on this thread. What is thrown is that the client has gone. */
    void answer(Answering answering) {
        try {
            answering.run();
        } catch (IOException | RuntimeException gone) {
            lose(gone);
        }
    }

    /** Answers a status with an empty body, unless somebody answers already. */
    void refuse(int status) {
        if (claim()) {
            response.setStatus(status);
            response.setContentLength(0);
            complete();
        }
    }

    /** Ends the request. */
    void complete() {
        if (completed.compareAndSet(false, true)) {
            try {
                context.complete();
            } catch (IllegalStateException ended) {
                LOG.log(Level.DEBUG, "the container has ended a request by itself", ended);
            } finally {
                open.remove(this);
            }
        }
    }

    /** Ends the request because its answer cannot be delivered. */
    void lose(Throwable cause) {
        LOG.log(Level.DEBUG, "a client went away before it was answered", cause);
        if (!completed.get()) {
            open.countFailure();
            lost.run();
        }
        complete();
    }

    @Override
    public void onError(AsyncEvent event) {
        claim();
        lose(event.getThrowable());
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        if (claimed.get()) {
            lose(new TimeoutException("the client did not take its answer in time"));
        } else {
            lost.run();
            refuse(HttpServletResponse.SC_REQUEST_TIMEOUT);
        }
    }

    @Override
    public void onComplete(AsyncEvent event) {
        open.remove(this);
    }

    @Override
    public void onStartAsync(AsyncEvent event) {}

    /** What writes an answer that was claimed. */
    @FunctionalInterface
    interface Answering {
        void run() throws IOException;
    }
}
