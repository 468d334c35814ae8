package org.sockeye.internal.core;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sockeye.PayloadException;
import org.sockeye.SocketData;
import org.sockeye.TypeRef;
import org.sockeye.internal.protocol.JsonText;
import org.sockeye.spi.JsonCodec;
import org.sockeye.spi.JsonValue;

/** The values that were noted of one socket, encoded when they were noted, and bound when they are asked for. */
final class CoreSocketData implements SocketData.Mutable {

    /** In JSON text a string has no quotation mark that is not escaped, so this is found outside of strings only. */
    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\{\\s*\"_placeholder\"\\s*:\\s*true\\s*,\\s*\"num\"\\s*:\\s*(\\d+)\\s*}");

    private final JsonCodec json;
    private final ConcurrentMap<String, JsonValue> values;

    CoreSocketData(JsonCodec json, Map<String, JsonValue> values) {
        this.json = json;
        this.values = new ConcurrentHashMap<>(values);
    }

    /** All values by name. A copy. */
    Map<String, JsonValue> values() {
        return Map.copyOf(values);
    }

    @Override
    public Set<String> names() {
        return new TreeSet<>(values.keySet());
    }

    @Override
    @SuppressWarnings("unchecked") // a codec answers a value of the type; Class.cast would refuse int.class
    public <T> @Nullable T get(String name, Class<T> type) {
        return (T) get(name, (Type) type);
    }

    @Override
    @SuppressWarnings("unchecked") // as above
    public <T> @Nullable T get(String name, TypeRef<T> type) {
        return (T) get(name, type.type());
    }

    @Override
    @SuppressWarnings("unchecked") // as above
    public <T> @Nullable T as(Class<T> type) {
        return (T) all(type);
    }

    @Override
    @SuppressWarnings("unchecked") // as above
    public <T> @Nullable T as(TypeRef<T> type) {
        return (T) all(type.type());
    }

    @Override
    public void put(String name, @Nullable Object value) {
        Objects.requireNonNull(name, "name");
        List<byte[]> attachments = new ArrayList<>(0);
        values.put(name, new JsonValue(json.write(value, attachments), attachments));
    }

    @Override
    public void remove(String name) {
        values.remove(Objects.requireNonNull(name, "name"));
    }

    @Override
    public String toString() {
        return names().toString();
    }

    private @Nullable Object get(String name, Type type) {
        JsonValue value = values.get(Objects.requireNonNull(name, "name"));
        Object read = value == null ? null : json.read(value.json(), type, value.attachments());
        if (read == null && type instanceof Class<?> primitive && primitive.isPrimitive()) {
            throw new PayloadException("The value is missing or null, and no " + primitive);
        }
        return read;
    }

    private @Nullable Object all(Type type) {
        List<byte[]> attachments = new ArrayList<>();
        Map<String, String> members = new LinkedHashMap<>();
        values().forEach((name, value) -> {
            members.put(name, numberedFrom(attachments.size(), value.json()));
            attachments.addAll(value.attachments());
        });
        StringBuilder object = new StringBuilder("{");
        members.forEach((name, text) -> object.append(object.length() == 1 ? "" : ",")
                .append(JsonText.quote(name))
                .append(':')
                .append(text));
        return json.read(object.append('}').toString(), type, attachments);
    }

    private static String numberedFrom(int first, String text) {
        return first == 0
                ? text
                : PLACEHOLDER
                        .matcher(text)
                        .replaceAll(found ->
                                "{\"_placeholder\":true,\"num\":" + (first + Integer.parseInt(found.group(1))) + "}");
    }
}
