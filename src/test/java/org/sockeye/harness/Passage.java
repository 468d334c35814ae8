package org.sockeye.harness;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A request on its way through an {@link UnkindProxy}, and what follows it on the same connection. */
public final class Passage implements AutoCloseable {

    private static final Pattern UPGRADE = Pattern.compile("(?im)^Upgrade:.*\r\n");
    private static final Pattern CONNECTION = Pattern.compile("(?im)^Connection:.*\r\n");

    private final UnkindProxy proxy;
    private final Socket client;
    private final String head;
    /** Set once; read by whoever cuts. */
    private volatile @Nullable Socket server;

    Passage(UnkindProxy proxy, Socket client) throws IOException {
        this.proxy = proxy;
        this.client = proxy.opened(client);
        this.head = readHead(client.getInputStream());
    }

    boolean asksForWebSocket() {
        return UPGRADE.matcher(head).find();
    }

    /** Answers in place of the server. */
    void answer(String text) throws IOException {
        client.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Lets an ordinary request through, without any wish for an upgrade, and its answer back. */
    void passOneRequest() throws IOException {
        String plain = UPGRADE.matcher(CONNECTION.matcher(head).replaceAll("")).replaceAll("");
        passOn(plain.substring(0, plain.length() - 2) + "Connection: close\r\n\r\n");
        passBack();
    }

    /** Lets the request through as it is, and everything that the client sends afterwards. */
    void passOn() throws IOException {
        passOn(head);
    }

    private void passOn(String request) throws IOException {
        Socket opened = proxy.connect();
        server = opened;
        opened.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        proxy.start(() -> passClientOn(opened));
    }

    private void passClientOn(Socket opened) throws IOException {
        try {
            client.getInputStream().transferTo(opened.getOutputStream());
        } finally {
            proxy.closed(opened);
        }
    }

    /** Lets everything back that the server sends, until it ends. */
    void passBack() throws IOException {
        fromServer().transferTo(client.getOutputStream());
    }

    /** Lets the head of the server's answer back. */
    void passHeadBack() throws IOException {
        answer(readHead(fromServer()));
    }

    /** Drops the head of the server's answer. */
    void dropHead() throws IOException {
        readHead(fromServer());
    }

    /** Drops WebSocket frames of the server until it closes. */
    void dropFrames() throws IOException {
        InputStream input = fromServer();
        int opcode = 0;
        while (opcode != 8) {
            opcode = readByte(input) & 0x0f;
            int length = readByte(input);
            input.skipNBytes(length == 126 ? readByte(input) * 256L + readByte(input) : length);
        }
    }

    /** Drops everything that the server sends, until it ends. */
    void dropRest() throws IOException {
        fromServer().transferTo(OutputStream.nullOutputStream());
    }

    /** Drops everything that the client sends, until it ends. */
    void dropRequest() throws IOException {
        client.getInputStream().transferTo(OutputStream.nullOutputStream());
    }

    private InputStream fromServer() throws IOException {
        return Objects.requireNonNull(server, "not passed on").getInputStream();
    }

    private static String readHead(InputStream input) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        while (!read.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            read.write(readByte(input));
        }
        return read.toString(StandardCharsets.ISO_8859_1);
    }

    private static int readByte(InputStream input) throws IOException {
        int next = input.read();
        if (next < 0) {
            throw new EOFException();
        }
        return next;
    }

    /** Ends both connections in the middle of whatever is on its way. */
    void cut() {
        try {
            close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() throws IOException {
        proxy.closed(client);
        Socket opened = server;
        if (opened != null) {
            proxy.closed(opened);
        }
    }
}
