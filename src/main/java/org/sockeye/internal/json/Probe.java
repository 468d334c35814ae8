package org.sockeye.internal.json;

import jakarta.json.bind.Jsonb;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Bytes wherever an object can have them, to find out whether a provider asks about all of them. */
public record Probe(
        byte[] own,
        byte[][] array,
        List<byte[]> list,
        Map<String, byte[]> map,
        Optional<byte[]> optional,
        Object any,
        List<Object> mixed) {

    private static final int PLACES = 8;

    static boolean isWrittenBy(ObjectWriter writer) {
        byte[] bytes = {1};
        List<Object> mixed = List.of(bytes, Map.of("bytes", bytes));
        Probe probe = new Probe(
                bytes, new byte[][] {bytes}, List.of(bytes), Map.of("bytes", bytes), Optional.of(bytes), bytes, mixed);
        List<byte[]> attachments = new ArrayList<>();
        try {
            writer.write(probe, attachments);
        } catch (RuntimeException e) {
            return false;
        }
        return attachments.size() == PLACES;
    }

    /** Whether the provider creates what is not public: Johnzon does, Yasson does not. */
    static boolean isReadWhenHidden(Jsonb reader) {
        try {
            return reader.fromJson("{}", Hidden.class) != null;
        } catch (RuntimeException e) {
            return false;
        }
    }

    /** Whether the provider takes a part of a number that does not fit: Yasson does, Johnzon does not. */
    static boolean isCutting(Jsonb reader) {
        try {
            return reader.fromJson("{\"number\":1.5}", Numbered.class) != null;
        } catch (RuntimeException e) {
            return false;
        }
    }

    public record Numbered(int number) {}

    record Hidden(@Nullable String text) {}
}
