package org.sockeye.spi;

import java.lang.reflect.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

public interface JsonCodec {
    void checkReadable(Type type);
    default void close() { throw null; }
    String name();
    @Nullable Object read(String json, Type type, List<byte[]> attachments);
    String write(@Nullable Object value, List<byte[]> attachments);
}
