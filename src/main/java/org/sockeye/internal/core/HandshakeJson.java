package org.sockeye.internal.core;

import java.security.Principal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sockeye.Handshake;
import org.sockeye.HandshakeRequest;
import org.sockeye.TypeRef;
import org.sockeye.spi.JsonCodec;

/** A handshake as the JSON object that servers of one cluster send each other, with the reference server's names. */
final class HandshakeJson {

    private static final TypeRef<Map<String, @Nullable Object>> MAP = new TypeRef<>() {};

    private HandshakeJson() {}

    /** Binary parts of {@code auth} are left out, for the object is JSON alone. */
    static String write(Handshake handshake, JsonCodec json) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("headers", each(handshake.headers(), values -> String.join(", ", values)));
        members.put("time", handshake.time().toString());
        members.put("address", handshake.address());
        members.put("xdomain", handshake.isCrossDomain());
        members.put("secure", handshake.isSecure());
        members.put("issued", handshake.issued());
        members.put("url", handshake.url());
        members.put("query", each(handshake.query(), values -> values.size() == 1 ? values.get(0) : values));
        members.put("auth", handshake.auth());
        return json.write(members, new ArrayList<>(0));
    }

    /** A handshake of another server. What is not there, or of another type, is as if it had been empty. */
    static Handshake read(String text, JsonCodec json) {
        @SuppressWarnings("unchecked") // a codec answers a value of the type
        Map<String, @Nullable Object> members =
                (Map<String, @Nullable Object>) Objects.requireNonNull(json.read(text, MAP.type(), List.of()));
        return new Elsewhere(members, json);
    }

    private static Map<String, Object> each(Map<String, List<String>> some, Function<List<String>, Object> form) {
        Map<String, Object> formed = new LinkedHashMap<>();
        some.forEach((name, values) -> formed.put(name, form.apply(values)));
        return formed;
    }

    /** A handshake that another server wrote, and the request that is told by it. */
    private record Elsewhere(Map<String, @Nullable Object> members, JsonCodec json)
            implements Handshake, HandshakeRequest {

        @Override
        public Map<String, @Nullable Object> auth() {
            return map("auth");
        }

        @Override
        public <T> @Nullable T auth(Class<T> type) {
            List<byte[]> attachments = new ArrayList<>(0);
            String text = json.write(auth(), attachments);
            return type.cast(json.read(text, type, attachments));
        }

        @Override
        public Instant time() {
            try {
                return members.get("issued") instanceof Number issued
                        ? Instant.ofEpochMilli(issued.longValue())
                        : Instant.EPOCH;
            } catch (DateTimeException tooFar) {
                return Instant.EPOCH;
            }
        }

        @Override
        public HandshakeRequest request() {
            return this;
        }

        @Override
        public boolean isCrossDomain() {
            return Boolean.TRUE.equals(members.get("xdomain"));
        }

        @Override
        public String method() {
            return "GET";
        }

        @Override
        public String url() {
            return text("url");
        }

        @Override
        public Map<String, List<String>> headers() {
            return lists("headers");
        }

        @Override
        public Optional<String> header(String name) {
            return headers().getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream()
                    .findFirst();
        }

        @Override
        public Map<String, List<String>> query() {
            return lists("query");
        }

        @Override
        public Optional<String> query(String name) {
            return Handshake.super.query(name);
        }

        @Override
        public String remoteAddress() {
            return text("address");
        }

        @Override
        public String address() {
            return remoteAddress();
        }

        @Override
        public boolean isSecure() {
            return Boolean.TRUE.equals(members.get("secure"));
        }

        @Override
        public @Nullable Principal principal() {
            return null;
        }

        @Override
        public boolean isUserInRole(String role) {
            return false;
        }

        @Override
        public <T> Optional<T> unwrap(Class<T> type) {
            return Optional.empty();
        }

        /** Without what the client has sent, which may be secret. */
        @Override
        public String toString() {
            return "Handshake of " + time();
        }

        private String text(String name) {
            return members.get(name) instanceof String text ? text : "";
        }

        @SuppressWarnings("unchecked") // the members of a JSON object have names
        private Map<String, @Nullable Object> map(String name) {
            return members.get(name) instanceof Map<?, ?> map
                    ? Collections.unmodifiableMap((Map<String, @Nullable Object>) map)
                    : Map.of();
        }

        private Map<String, List<String>> lists(String name) {
            return map(name).entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> list(e.getValue())));
        }

        private static List<String> list(@Nullable Object value) {
            return value instanceof List<?> several
                    ? several.stream().map(String::valueOf).toList()
                    : List.of(String.valueOf(value));
        }
    }
}
