package org.sockeye.benchmarks.server;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A bare servlet: a GET is held until there is a message, a POST brings one. */
public final class BareServlet extends HttpServlet {

    private static final long serialVersionUID = 1;
    private static final byte[] OK = {'o', 'k'};
    private static final Map<String, Mailbox> MAILBOXES = new ConcurrentHashMap<>();

    private static Mailbox mailbox(HttpServletRequest request) {
        return MAILBOXES.computeIfAbsent(request.getQueryString(), unseen -> new Mailbox());
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        AsyncContext context = request.startAsync();
        context.setTimeout(0);
        mailbox(request).wait(context);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String message = new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        write(response, OK);
        String broadcast = BareServer.broadcastOf(message);
        if (broadcast == null) {
            mailbox(request).put(message);
        } else {
            MAILBOXES.values().forEach(each -> each.put(broadcast));
        }
    }

    private static void write(HttpServletResponse response, byte[] body) throws IOException {
        response.setContentType("text/plain; charset=UTF-8");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** The GET of one client, and what has come while it had none. */
    private static final class Mailbox {

        /** Guarded by this. */
        private final StringBuilder messages = new StringBuilder(BareServer.WELCOME);

        /** Guarded by this. */
        private AsyncContext waiting;

        synchronized void wait(AsyncContext context) {
            waiting = context;
            deliver();
        }

        synchronized void put(String message) {
            messages.append(messages.length() == 0 ? "" : "\u001e").append(message);
            deliver();
        }

        private void deliver() {
            if (waiting == null || messages.length() == 0) {
                return;
            }
            try {
                write(
                        (HttpServletResponse) waiting.getResponse(),
                        messages.toString().getBytes(StandardCharsets.UTF_8));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
            waiting.complete();
            waiting = null;
            messages.setLength(0);
        }
    }
}
