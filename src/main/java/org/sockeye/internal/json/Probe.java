package org.sockeye.internal.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
}
