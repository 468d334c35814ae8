package org.sockeye.internal.core;

import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sockeye.PayloadException;
import org.sockeye.internal.protocol.JsonText;
import org.sockeye.spi.JsonCodec;

/** Writes and reads just what the tests of the core need: strings, whole numbers, flat maps of strings, bytes. */
final class PlainCodec implements JsonCodec {

    @Override
    public String name() {
        return "plain";
    }

    @Override
    public void checkReadable(Type type) {
        if (type == Thread.class) {
            throw new PayloadException("no thread can be read");
        }
    }

    @Override
    public String write(@Nullable Object value, List<byte[]> attachments) {
        if (value instanceof byte[] bytes) {
            attachments.add(bytes.clone());
            return "{\"_placeholder\":true,\"num\":" + (attachments.size() - 1) + "}";
        }
        if (value instanceof String string) {
            return JsonText.quote(string);
        }
        if (value instanceof Object[] array) {
            return list(Stream.of(array), attachments);
        }
        if (value instanceof List<?> list) {
            return list(list.stream(), attachments);
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> JsonText.quote((String) entry.getKey()) + ":" + write(entry.getValue(), attachments))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (value == null || value instanceof Integer || value instanceof Boolean) {
            return String.valueOf(value);
        }
        throw new PayloadException("cannot write " + value.getClass());
    }

    private String list(Stream<?> elements, List<byte[]> attachments) {
        return elements.map(element -> write(element, attachments)).collect(Collectors.joining(",", "[", "]"));
    }

    @Override
    public @Nullable Object read(String json, Type type, List<byte[]> attachments) {
        if (json.equals("null")) {
            return null;
        }
        if (type == String.class && json.startsWith("\"")) {
            return JsonText.unquote(json);
        }
        if ((type == int.class || type == Integer.class) && json.matches("-?\\d+")) {
            return Integer.valueOf(json);
        }
        if (type == byte[].class && json.contains("_placeholder")) {
            return attachments.get(Integer.parseInt(json.replaceAll("\\D", "")));
        }
        if (type.getTypeName().startsWith("java.util.Map")) {
            return map(json);
        }
        throw new PayloadException(json + " is no " + type.getTypeName());
    }

    private static Map<String, Object> map(String json) {
        Map<String, Object> map = new LinkedHashMap<>();
        String inner = json.substring(1, json.length() - 1);
        for (String member : inner.isEmpty() ? new String[0] : inner.split(",", -1)) {
            String[] parts = member.split(":", -1);
            map.put(JsonText.unquote(parts[0]), JsonText.unquote(parts[1]));
        }
        return map;
    }
}
