package org.sockeye.internal.json;

import jakarta.json.JsonValue;
import jakarta.json.bind.annotation.JsonbProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What applications send and receive. */
final class Payloads {

    private Payloads() {}

    public record Message(String text, int count, @Nullable String room) {}

    public record Photo(@Nullable String name, byte @Nullable [] data) {}

    public record Album(List<byte[]> pages, Map<String, byte[]> named, List<Photo> photos, Optional<byte[]> cover) {}

    public record Anything(Object value) {}

    public record Renamed(@JsonbProperty("n") String name, LocalDate day, Instant at, Colour colour) {}

    public record Wrapped(JsonValue value) {}

    public record Reading(double value) {}

    public record Chain(@Nullable Chain next) {}

    public enum Colour {
        RED,
        GREEN
    }

    public static class Person {
        private String name = "";
        private byte[] picture = {};

        public String getName() {
            return name;
        }

        public void setName(String name) {
            this.name = name;
        }

        public byte[] getPicture() {
            return picture;
        }

        public void setPicture(byte[] picture) {
            this.picture = picture;
        }
    }

    public static class Friend extends Person {
        public Object extra = "x";
    }
}
