package org.sockeye.internal.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Serves the browser client out of the jar, with the headers of the reference server. The path is looked up in a fixed list. */
final class ClientFiles {

    private static final String FOLDER = "/org/sockeye/client/";

    private static final Map<String, String> RESOURCES = Stream.of(
                    "socket.io.js", "socket.io.min.js", "socket.io.esm.min.js", "socket.io.msgpack.min.js")
            .flatMap(name -> Stream.of(name, name + ".map"))
            .collect(Collectors.toUnmodifiableMap(name -> "/" + name, name -> FOLDER + name));

    private final String etag = '"' + version() + '"';

    /** Whether this is the path of one of the files, below the path of the server. */
    boolean has(@Nullable String path) {
        return path != null && RESOURCES.containsKey(path);
    }

    /** Answers with one of the files, or that the client has it already. */
    void serve(String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (isKnownTo(request)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        try (@Nullable InputStream file = ClientFiles.class.getResourceAsStream(RESOURCES.getOrDefault(path, FOLDER))) {
            if (file == null) {
                response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            } else {
                send(file.readAllBytes(), path.endsWith(".map") ? "json" : "javascript", request, response);
            }
        }
    }

    private boolean isKnownTo(HttpServletRequest request) {
        @Nullable String known = request.getHeader("If-None-Match");
        return etag.equals(known) || ("W/" + etag).equals(known);
    }

    private void send(byte[] content, String type, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setHeader("Cache-Control", "public, max-age=0");
        response.setContentType("application/" + type + "; charset=utf-8");
        response.setHeader("ETag", etag);
        response.setContentLength(content.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(content);
        }
    }

    private static String version() {
        Properties properties = new Properties();
        try (@Nullable InputStream file = ClientFiles.class.getResourceAsStream(FOLDER + "client.properties")) {
            if (file != null) {
                properties.load(file);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return properties.getProperty("version", "none");
    }
}
