package org.sockeye.internal.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Serves the browser client out of the jar, with the headers of the reference server, compressed for whoever accepts that. The path is looked up in a
 * fixed list; a file is compressed when it is first asked for, and then kept.
 */
final class ClientFiles {

    private static final String GZIP = "gzip";
    private static final String ENCODING = "Content-Encoding";

    private static final String FOLDER = "/org/sockeye/client/";

    private static final Map<String, String> RESOURCES = Stream.of(
                    "socket.io.js", "socket.io.min.js", "socket.io.esm.min.js", "socket.io.msgpack.min.js")
            .flatMap(name -> Stream.of(name, name + ".map"))
            .collect(Collectors.toUnmodifiableMap(name -> "/" + name, name -> FOLDER + name));

    private final String etag = '"' + version() + '"';
    /** By path; two who ask first at the same time make one. */
    private final ConcurrentMap<String, byte[]> compressed = new ConcurrentHashMap<>();

    /** Whether this is the path of one of the files, below the path of the server. */
    boolean has(@Nullable String path) {
        return path != null && RESOURCES.containsKey(path);
    }

    /** Answers with one of the files, or that the client has it already. */
    void serve(String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "public, max-age=0");
        response.setHeader("ETag", etag);
        response.addHeader("Vary", "Accept-Encoding");
        if (isKnownTo(request)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType("application/" + (path.endsWith(".map") ? "json" : "javascript") + "; charset=utf-8");
        byte[] content = content(path, request, response);
        response.setContentLength(content.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(content);
        }
    }

    /** What somebody in front has given a Content-Encoding is left as it is. */
    private byte[] content(String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!accepts(request) || response.getHeader(ENCODING) != null) {
            return read(path);
        }
        response.setHeader(ENCODING, GZIP);
        return compressed.computeIfAbsent(path, ClientFiles::compress);
    }

    private static boolean accepts(HttpServletRequest request) {
        AcceptedCodings accepted = new AcceptedCodings(Collections.list(request.getHeaders("Accept-Encoding")));
        double gzip = accepted.quality(GZIP);
        return gzip > 0 && gzip >= accepted.qualityOfIdentity();
    }

    private static byte[] compress(String path) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (OutputStream compressing = new GZIPOutputStream(compressed)) {
            compressing.write(read(path));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return compressed.toByteArray();
    }

    private static byte[] read(String path) throws IOException {
        try (@Nullable InputStream file = ClientFiles.class.getResourceAsStream(RESOURCES.getOrDefault(path, FOLDER))) {
            if (file == null) {
                throw new FileNotFoundException(path);
            }
            return file.readAllBytes();
        }
    }

    private boolean isKnownTo(HttpServletRequest request) {
        @Nullable String known = request.getHeader("If-None-Match");
        return etag.equals(known) || ("W/" + etag).equals(known);
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
