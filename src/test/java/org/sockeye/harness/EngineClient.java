package org.sockeye.harness;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Speaks Engine.IO by hand, packet by packet, so that a test can also say what no client would. */
public final class EngineClient {

    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final Pattern SID = Pattern.compile("\"sid\":\"([^\"]+)\"");
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /**
     * A WebSocket has a connection of its own, as with every browser. Tomcat loses the first message of a WebSocket on a connection that has just
     * served an asynchronous request, whatever the application.
     */
    private static final HttpClient WEBSOCKETS =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI base;
    /** Of every request, name after value. */
    private final String[] headers;

    /** A client of the server at this address, slash at the end: {@code http://127.0.0.1:8080/socket.io/}. */
    public EngineClient(URI base) {
        this(base, new String[0]);
    }

    private EngineClient(URI base, String... headers) {
        this.base = base;
        this.headers = headers;
    }

    /** Another client of this server, with these headers, name after value, in each request. */
    public EngineClient with(String... more) {
        return new EngineClient(base, more);
    }

    /** The sid in an open packet. */
    public static String sidOf(String openPacket) {
        Matcher matcher = SID.matcher(openPacket);
        if (!matcher.find()) {
            throw new AssertionError("no sid in " + openPacket);
        }
        return matcher.group(1);
    }

    /** Opens a long-polling session. */
    public String open() {
        return sidOf(get("EIO=4&transport=polling").body());
    }

    /** Opens a long-polling session and connects to the main namespace. */
    public String connect() {
        String sid = open();
        post(sid, "40");
        poll(sid);
        return sid;
    }

    public HttpResponse<String> poll(String sid) {
        return get("EIO=4&transport=polling&sid=" + sid);
    }

    public CompletableFuture<HttpResponse<String>> pollLater(String sid) {
        return HTTP.sendAsync(request("EIO=4&transport=polling&sid=" + sid).build(), BodyHandlers.ofString());
    }

    public HttpResponse<String> post(String sid, String body) {
        return send(request("EIO=4&transport=polling&sid=" + sid).POST(BodyPublishers.ofString(body)));
    }

    public HttpResponse<String> get(String query) {
        return send(request(query));
    }

    /** A request to be changed and given to {@link #send}. */
    public HttpRequest.Builder request(String query) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + "?" + query)).timeout(DEADLINE);
        return headers.length == 0 ? request : request.headers(headers);
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new AssertionError(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    /** Like {@link #send}, with the answer's bytes. */
    public HttpResponse<byte[]> exchange(HttpRequest.Builder request) {
        return get(exchangeLater(request));
    }

    public CompletableFuture<HttpResponse<byte[]>> exchangeLater(HttpRequest.Builder request) {
        return HTTP.sendAsync(request.build(), BodyHandlers.ofByteArray());
    }

    /** Opens a WebSocket, or fails if the server does not. */
    public Link webSocket(String query) {
        Link link = new Link();
        URI address = URI.create(base.toString().replaceFirst("^http", "ws") + "?" + query);
        WebSocket.Builder builder = WEBSOCKETS.newWebSocketBuilder();
        for (int i = 0; i < headers.length; i += 2) {
            builder.header(headers[i], headers[i + 1]);
        }
        link.socket = get(builder.buildAsync(address, link));
        return link;
    }

    /** Waits for something that must come. */
    public static <T> T get(CompletableFuture<T> future) {
        try {
            return future.get(DEADLINE.toSeconds(), TimeUnit.SECONDS);
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    /** A WebSocket of the client. What came in is taken in the order received. */
    public static final class Link implements WebSocket.Listener {

        private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
        private final CompletableFuture<Integer> closed = new CompletableFuture<>();
        private final StringBuilder text = new StringBuilder();
        private final StringBuilder bytes = new StringBuilder();
        /** Set by the thread that opens it, before the test sees the link. */
        private @Nullable WebSocket socket;

        private Link() {}

        /** Sends a text message as one frame. */
        public Link send(String message) {
            get(open().sendText(message, true));
            return this;
        }

        /** Sends a frame of a text message. */
        public Link sendPart(String part, boolean last) {
            get(open().sendText(part, last));
            return this;
        }

        public Link send(byte[] message) {
            get(open().sendBinary(ByteBuffer.wrap(message), true));
            return this;
        }

        /** The next message; of a binary one its bytes in hexadecimal, after {@code 0x}. */
        public String next() {
            try {
                @Nullable String message = received.poll(DEADLINE.toSeconds(), TimeUnit.SECONDS);
                if (message == null) {
                    throw new AssertionError("nothing came in time");
                }
                return message;
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new AssertionError(interrupted);
            }
        }

        /** The code with which the server closed the WebSocket, once it has; 1006 if the connection broke. */
        public int closeCode() {
            return get(closed);
        }

        /** Closes the connection without a WebSocket close frame. */
        public void abort() {
            open().abort();
        }

        private WebSocket open() {
            @Nullable WebSocket opened = socket;
            if (opened == null) {
                throw new IllegalStateException("not open");
            }
            return opened;
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket source, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                received.add(text.toString());
                text.setLength(0);
            }
            source.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onBinary(WebSocket source, ByteBuffer data, boolean last) {
            byte[] part = new byte[data.remaining()];
            data.get(part);
            bytes.append(HexFormat.of().formatHex(part));
            if (last) {
                received.add("0x" + bytes);
                bytes.setLength(0);
            }
            source.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket source, int code, String reason) {
            closed.complete(code);
            return null;
        }

        @Override
        public void onError(WebSocket source, Throwable failure) {
            closed.complete(1006);
        }
    }
}
